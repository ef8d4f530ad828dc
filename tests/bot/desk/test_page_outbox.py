"""An agent's messages on their way, and fetching without overlap."""

from __future__ import annotations

from tests.bot.desk.page_modules import evaluate

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


def test_a_message_is_sent_again_with_its_own_id() -> None:
    result = evaluate(
        f"""{OUTBOX}
        answers = [passing];
        await outbox.add('c', 'one');
        const before = states();
        await outbox.retryAll();
        const result = [before, states(), asked[0][0] === asked[1][0], asked.length];"""
    )
    assert result == [["one unsent"], ["one sent"], True, 2]


def test_messages_keep_their_order() -> None:
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


def test_what_the_server_refuses_is_not_tried_again_by_itself() -> None:
    result = evaluate(
        f"""{OUTBOX}
        answers = [final];
        await outbox.add('c', 'one');
        await outbox.retryAll();
        const result = [states(), asked.length, outbox.hasUnsent];"""
    )
    assert result == [["one refused"], 1, True]


def test_a_message_that_is_shown_is_no_longer_on_its_way() -> None:
    result = evaluate(
        f"""{OUTBOX}
        await outbox.add('c', 'one');
        await outbox.add('d', 'two');
        outbox.confirm('c', [{{ seq: 1 }}, {{ seq: 2 }}]);
        const result = states();"""
    )
    assert result == ["two sent"]


def test_what_is_asked_for_meanwhile_runs_once_more() -> None:
    result = evaluate(
        """import { single } from 'page/talk/single.js';
        let runs = 0;
        const run = single(async () => { runs += 1; await null; });
        await Promise.all([run(), run(), run()]);
        const result = runs;"""
    )
    assert result == 2
