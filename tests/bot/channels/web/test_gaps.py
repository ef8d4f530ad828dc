"""What goes wrong where nobody looks: each was a defect once."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Any

import pytest
import requests

from bot.channels.reception import Incoming
from tests.bot.channels.web.harness import serving

if TYPE_CHECKING:
    from bot.channels.web.channel import Sentence
    from bot.store.transcript import Entry
    from tests.bot.channels.web.conftest import SignIn
    from tests.bot.channels.web.harness import Web
    from tests.bot.loop import Loop


def broken(web: Web) -> None:
    async def converse(heard: Entry, record: Any) -> Any:
        raise RuntimeError(heard.body["text"])

    web.bot.converse = converse  # type: ignore[assignment, method-assign]


def test_a_bot_that_breaks_is_neither_silent_nor_quoted(
    web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    broken(web)
    tab = web.tab()
    tab.say("my secret words")
    tab.wait_for("typing", lambda typing: not typing["on"])
    tab.settle()
    gc.collect()  # asyncio reports what nobody has looked at when it is collected
    assert "my secret words" not in caplog.text
    assert [name for name, _ in tab.received][-2:] != ["typing", "typing"]


def test_one_bad_message_of_before_does_not_keep_the_others_waiting(web: Web) -> None:
    tab = web.tab()
    conversation = web.tokens.conversation_of(tab.token)
    assert conversation
    good = web.bot.converse

    async def converse(heard: Entry, record: Any) -> Any:
        if heard.body["text"] == "bad":
            raise ValueError("a payload that is not one of ours")
        return await good(heard, record)

    web.bot.converse = converse  # type: ignore[method-assign]

    async def resume() -> None:
        web.reception.hear(Incoming("another", "web", "bad"))
        web.reception.hear(Incoming(conversation, "web", "good"))
        web.forget_what_was_heard()
        await asyncio.gather(*web.reception.resume())

    web.loop.run(resume())
    assert tab.entry("bot")["text"] == "« good »"


def test_what_was_left_is_answered_before_what_comes_now(web: Web) -> None:
    tab = web.tab()
    conversation = web.tokens.conversation_of(tab.token)
    assert conversation

    left_over: list[asyncio.Task[None]] = []

    async def heard_before() -> None:
        """As at the start: what was left takes its turn before anything else comes."""
        web.reception.hear(Incoming(conversation, "web", "old"))
        web.forget_what_was_heard()
        left_over[:] = [asyncio.create_task(left) for left in web.reception.resume()]

    web.loop.run(heard_before())
    tab.answer_to("new")
    web.all_answered()
    assert [heard.body["text"] for heard in web.bot.heard] == ["old", "new"]


def test_who_shares_a_visitors_token_does_not_read_a_signed_in_customer(
    web: Web, identity_of: SignIn
) -> None:
    """Somebody who has planted, or stolen, a token waits in the conversation."""
    spy = web.tab()
    customer = web.tab(session_id=spy.token, identity=identity_of("demo-lyon"))
    customer.answer_to("my price")
    assert spy.shown() == []


def test_a_client_cannot_take_itself_out_of_the_books(web: Web) -> None:
    """Then nothing hangs up on it, and it is not told when its identity expires."""
    tab = web.tab()
    tab.call("disconnect")
    assert web.connected == 1


def test_a_widget_that_says_later_that_it_is_ours_leaves_the_old_conversation(web: Web) -> None:
    tab = web.widget()
    tab.emit("session_request", {})
    old = tab.wait_for("session_confirm")
    tab.join()
    web.tab(session_id=old).answer_to("one")
    assert tab.shown("bot_uttered") == []


def test_polling_sessions_count_as_connections(loop: Loop, sentence: Sentence) -> None:
    with serving(loop, sentence, connections_an_address=2) as web:
        path = f"{web.url}/socket.io/?EIO=4&transport=polling"
        opened = [requests.get(path, timeout=10).status_code for _ in range(5)]
        assert opened == [200, 200, 503, 503, 503]


@pytest.mark.parametrize(
    ("event", "data"),
    [("session_request", {"widget": 1}), ("feedback", {"seq": 2, "helpful": True})],
)
def test_every_event_that_costs_something_has_a_rate(
    web: Web, event: str, data: dict[str, Any]
) -> None:
    tab = web.tab()
    tab.answer_to("one")
    answers = [tab.call(event, data) for _ in range(200)]
    assert "too_fast" in [answer and answer.get("refused") for answer in answers]


def test_a_language_that_was_refused_can_be_chosen_again(web: Web) -> None:
    tab = web.tab(locale="en-CA")
    for number in range(10):
        tab.answer_to(str(number))
    assert tab.call("choose_language", {"locale": "fr-CA"})["refused"] == "too_fast"
    web.time.pass_by(60)
    assert "seq" in tab.call("choose_language", {"locale": "fr-CA"})


def test_nothing_more_is_said_in_a_conversation_that_is_over(web: Web) -> None:
    first = web.tab(locale="en-CA")
    first.answer_to("one")
    second = web.tab(session_id=first.token, locale="en-CA")
    first.emit("start_over", {})
    second.wait_for("ended")
    second.call("choose_language", {"locale": "fr-CA"})
    assert [heard.body["text"] for heard in web.bot.heard] == ["one"]
