"""The page's modules that need no page, run by Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[3] / "bot" / "desk" / "page"

Evaluate = Callable[[str], Any]


@pytest.fixture
def evaluate(tmp_path: Path) -> Evaluate:
    """The JSON value of `result` in a module; "page/" in its imports is the page's folder."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs Node")
    # Node reads a .js file as a module only where a package.json says that it is one.
    shutil.copytree(PAGE, tmp_path / "page")
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")

    def run(script: str) -> Any:
        script = script.replace("'page/", f"'{tmp_path.as_uri()}/page/")
        script += "\nconsole.log(JSON.stringify(result));"
        arguments = [node, "--input-type=module", "--eval", script]
        made = subprocess.run(
            arguments, capture_output=True, text=True, timeout=60, env={"TZ": "America/Toronto"}
        )
        assert made.returncode == 0, made.stderr
        return json.loads(made.stdout)

    return run


CARDS = """
const card = (id, state, more = {}) => ({ id, state, language: 'en', priority: 'normal', ...more });
const cards = [
  card('w1', 'waiting', { name: 'Zoé', priority: 'high' }),
  card('w2', 'waiting', { language: 'fr' }),
  card('m', 'held', { agent: 1, last: { author: 'customer', text: 'Hi', at: '2026-11-25T10:00:00Z' } }),
  card('o', 'held', { agent: 2 }),
  card('b', 'bot', { account: 'acct_7' }),
];
"""


def test_the_list_is_grouped_by_who_answers(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""import {{ grouped }} from 'page/talk/cards.js';
        {CARDS}
        const all = {{ who: 'all', language: '', text: '' }};
        const ids = (filters) => grouped(cards, 1, {{ ...all, ...filters }})
          .map(({{ group, cards }}) => [group, ...cards.map(({{ id }}) => id)]);
        const result = [ids({{}}), ids({{ who: 'bot' }}), ids({{ language: 'fr' }}),
          ids({{ text: ' zoe' }}), ids({{ text: 'ACCT' }})];"""
    )
    assert result == [
        [["mine", "m"], ["waiting", "w1", "w2"], ["others", "o"], ["bot", "b"]],
        [["bot", "b"]],
        [["waiting", "w2"]],
        [["waiting", "w1"]],
        [["bot", "b"]],
    ]


def test_a_word_is_unread_until_it_was_looked_at(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""import {{ isUnread }} from 'page/talk/cards.js';
        import {{ pending }} from 'page/talk/alerts.js';
        {CARDS}
        const mine = cards[2];
        const seen = new Map([['m', mine.last.at]]);
        const result = [isUnread(mine), isUnread(mine, mine.last.at),
          pending(cards, 1, new Map()), pending(cards, 1, seen)];"""
    )
    assert result == [True, False, 3, 2]


def test_news_is_what_an_agent_did_not_do(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""import {{ news }} from 'page/talk/alerts.js';
        {CARDS}
        const change = (id, changes) => cards.map((one) => one.id === id ? {{ ...one, ...changes }} : one);
        const ids = ({{ waiting, given }}) => [waiting, given].map((some) => some.map(({{ id }}) => id));
        const result = [
          ids(news(null, cards, 1)),
          ids(news(cards, cards, 1)),
          ids(news(cards, [...cards, card('w3', 'waiting')], 1)),
          ids(news(cards, change('m', {{ state: 'waiting', agent: null }}), 1)),
          ids(news(cards, change('o', {{ agent: 1 }}), 1)),
          ids(news(cards, change('b', {{ state: 'held', agent: 1 }}), 1, new Set(['b']))),
        ];"""
    )
    assert result == [
        [[], []],
        [[], []],
        [["w3"], []],
        [["m"], []],
        [[], ["o"]],
        [[], []],
    ]


def test_the_bots_part_ends_with_its_last_word(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { partsOf } from 'page/talk/parts.js';
        const said = (text) => [...text].map((letter, seq) => (
          { seq, author: { c: 'customer', b: 'bot', a: 'agent', n: 'notice' }[letter] }));
        const parts = (text) => partsOf(said(text)).map(({ kind, entries, isPast }) =>
          [kind, entries.length, isPast]);
        const result = [parts('bcbcn'), parts('bcbnacbca'), parts('cac'), parts('')];"""
    )
    assert result == [
        [["bot", 3, False], ["people", 2, False]],
        [["bot", 3, True], ["people", 2, True], ["bot", 2, True], ["people", 2, False]],
        [["people", 3, False]],
        [],
    ]


def test_entries_of_two_sources_are_each_there_once(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { merged } from 'page/talk/parts.js';
        const result = merged([{ seq: 9 }, { seq: 2 }], [{ seq: 5 }, { seq: 9, text: 'new' }]);"""
    )
    assert result == [{"seq": 2}, {"seq": 5}, {"seq": 9, "text": "new"}]


OUTBOX = """
import { Outbox } from 'page/talk/outbox.js';
let answers = [];
const asked = [];
const outbox = new Outbox(async ({ id, text }) => {
  asked.push([id, text]);
  const answer = answers.shift() ?? { seq: asked.length };
  if (answer.error) throw answer.error;
  return answer;
}, () => {});
const passing = { error: Object.assign(new Error(), { isPassing: true }) };
const final = { error: Object.assign(new Error(), { isPassing: false }) };
const states = () => outbox.items.map(({ text, state }) => `${text} ${state}`);
"""


def test_a_message_is_sent_again_with_its_own_id(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""{OUTBOX}
        answers = [passing];
        await outbox.add('c', 'one');
        const before = states();
        await outbox.retryAll();
        const result = [before, states(), asked[0][0] === asked[1][0], asked.length];"""
    )
    assert result == [["one unsent"], ["one sent"], True, 2]


def test_messages_keep_their_order(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""{OUTBOX}
        answers = [passing, passing];
        await outbox.add('c', 'one');
        await outbox.add('c', 'two');
        const before = states();
        await outbox.retry(outbox.items[1].id);
        const result = [before, asked.map(([, text]) => text), states()];"""
    )
    assert result == [
        ["one unsent", "two unsent"],
        ["one", "one", "one", "two"],
        ["one sent", "two sent"],
    ]


def test_what_the_server_refuses_is_not_tried_again_by_itself(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""{OUTBOX}
        answers = [final];
        await outbox.add('c', 'one');
        await outbox.retryAll();
        const result = [states(), asked.length, outbox.hasUnsent];"""
    )
    assert result == [["one refused"], 1, True]


def test_a_message_that_is_shown_is_no_longer_on_its_way(evaluate: Evaluate) -> None:
    result = evaluate(
        f"""{OUTBOX}
        await outbox.add('c', 'one');
        await outbox.add('d', 'two');
        outbox.confirm('c', [{{ seq: 1 }}, {{ seq: 2 }}]);
        const result = states();"""
    )
    assert result == ["two sent"]


def test_what_is_asked_for_meanwhile_runs_once_more(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { single } from 'page/talk/single.js';
        let runs = 0;
        const run = single(async () => { runs += 1; await null; });
        await Promise.all([run(), run(), run()]);
        const result = runs;"""
    )
    assert result == 2


@pytest.mark.parametrize(
    ("seconds", "expected"), [(-5, "0:00"), (7, "0:07"), (187.9, "3:07"), (3787, "1:03:07")]
)
def test_waiting_is_counted_in_minutes(evaluate: Evaluate, seconds: float, expected: str) -> None:
    script = f"import {{ elapsed }} from 'page/host/formats.js'; const result = elapsed({seconds});"
    assert evaluate(script) == expected


def test_dates_and_amounts_are_the_locales(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { calendarDay, clock, moment, money } from 'page/host/formats.js';
        const at = moment('2026-11-25T19:05:00Z');
        const result = [
          clock(at, 'fr-CA'), clock(at, 'fr-CA', 'America/Vancouver'), clock(at, 'en-GB'),
          moment(at.getTime() / 1000).getTime() === at.getTime(), moment('soon'), moment(null),
          calendarDay('2027-03-01', 'fr-CA'), calendarDay('2027-03-01', 'en-CA'),
          money('1183.56', 'CAD', 'en-CA'), money('1183.56', 'EUR', 'fr-FR'), money('?', 'CAD', 'en-CA'),
        ].map((value) => typeof value === 'string' ? value.replace(/[\\u00a0\\u202f]/g, ' ') : value);"""
    )
    assert result == [
        *("14 h 05", "11 h 05", "14:05"),
        *(True, None, None),
        *("1er mars 2027", "March 1, 2027"),
        *("$1,183.56 CAD", "1 183,56 €", "? CAD"),
    ]


def test_texts_are_counted_and_filled_in(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { textsOf } from 'page/host/texts.js';
        const t = textsOf({ one: ['{n} poste', '{n} postes'], two: '{name} écrit' }, 'fr-CA');
        const result = [t('one', { n: 0 }), t('one', { n: 2 }), t('two', { name: '{n}' }),
          t('three'), t.has('two'), t.has('toString')];"""
    )
    assert result == ["0 poste", "2 postes", "{n} écrit", "three", True, False]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([None, "fr_FR", "en-CA"], "fr-FR"),
        (["fr-BE"], "fr-CA"),
        (["en"], "en-CA"),
        (["de-DE", "fr"], "fr-CA"),
        ([], "en-CA"),
    ],
)
def test_the_locale_is_the_first_that_the_desk_speaks(
    evaluate: Evaluate, candidates: list[str | None], expected: str
) -> None:
    script = f"""import {{ negotiate }} from 'page/host/locale.js';
        const result = negotiate({json.dumps(candidates)});"""
    assert evaluate(script) == expected


def test_the_address_says_what_is_open(evaluate: Evaluate) -> None:
    result = evaluate(
        """import { addressOf, placeOf } from 'page/host/route.js';
        const result = ['', '#tickets', addressOf('a/b:ç'), '#c/%', '#c/'].map(placeOf);"""
    )
    nothing = {"tab": "conversations", "id": None}
    assert result == [
        nothing,
        {"tab": "tickets", "id": None},
        {"tab": "conversations", "id": "a/b:ç"},
        nothing,
        nothing,
    ]
