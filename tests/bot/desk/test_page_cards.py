"""The list, what is new in it, and a conversation cut into its parts."""

from __future__ import annotations

from tests.bot.desk.page_modules import evaluate

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


def test_the_list_is_grouped_by_who_answers() -> None:
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


def test_a_word_is_unread_until_it_was_looked_at() -> None:
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


def test_news_is_what_an_agent_did_not_do() -> None:
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


def test_the_bots_part_ends_with_its_last_word() -> None:
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


def test_entries_of_two_sources_are_each_there_once() -> None:
    result = evaluate(
        """import { merged } from 'page/talk/parts.js';
        const result = merged([{ seq: 9 }, { seq: 2 }], [{ seq: 5 }, { seq: 9, text: 'new' }]);"""
    )
    assert result == [{"seq": 2}, {"seq": 5}, {"seq": 9, "text": "new"}]
