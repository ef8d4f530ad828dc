"""When the store or the bot fails: a sentence, nothing lost, nobody else concerned."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.reception import Incoming
from tests.bot.channels.web.test_channel import TROUBLE

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web


@pytest.mark.parametrize("locale", TROUBLE)
def test_what_cannot_be_stored_is_refused(web: Web, locale: str) -> None:
    tab = web.tab(locale=locale)
    with web.broken_store():
        assert tab.say("one", id="m-1") == {"refused": "trouble", "text": TROUBLE[locale]}
    assert "seq" in tab.say("one", id="m-1")
    web.all_answered()
    assert [heard.body["text"] for heard in web.bot.heard] == ["one"]


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("session_request", {"widget": 1, "locale": "en-CA", "session_id": "…"}),
        ("user_uttered", {"message": "two"}),
        ("open", {}),
        ("identify", {"identity": None}),
        ("choose_language", {"locale": "fr-CA"}),
        ("feedback", {"seq": 2, "helpful": True}),
        ("rate", {"stars": 5}),
        ("start_over", {}),
    ],
)
def test_every_event_says_so(
    web: Web, event: str, data: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    tab = web.tab(locale="en-CA")
    tab.answer_to("one")
    data = {**data, **({"session_id": tab.token} if "session_id" in data else {})}
    with web.broken_store():
        refused = tab.call(event, data)
    assert refused == {"refused": "trouble", "text": TROUBLE["en-CA"]}
    assert not [record for record in caplog.records if record.exc_info]
    assert "disk full" not in caplog.text


def test_a_public_widget_is_told_in_words(web: Web) -> None:
    public = web.widget()
    public.emit("session_request", {"locale": "fr-CA"})
    public.wait_for("session_confirm")
    with web.broken_store():
        public.emit("user_uttered", {"message": "one"})
        assert public.wait_for("bot_uttered") == {"text": TROUBLE["fr-CA"]}


def test_a_turn_that_cannot_be_stored_is_an_apology(web: Web) -> None:
    web.bot.fails = True
    tab = web.tab()
    assert tab.answer_to("one")["text"] == "Désolé."
    assert len(web.tab(session_id=tab.token).history()) == 2


async def resumed(web: Web) -> None:
    await asyncio.gather(*web.reception.resume())


def test_where_nothing_can_be_stored_it_is_said_and_the_message_waits(web: Web) -> None:
    tab, public = web.tab(), web.widget()
    public.emit("session_request", {"session_id": tab.token})
    public.wait_for("session_confirm")
    web.bot.fails = True
    with web.bot.waiting():
        tab.say("one")
        tab.entry("customer")
        broken = web.broken_store()
        broken.__enter__()
    assert tab.wait_for("notice") == {"text": "Désolé."}
    assert public.wait_for("bot_uttered") == {"text": "Désolé."}
    broken.__exit__(None, None, None)
    web.bot.fails = False
    web.loop.run(resumed(web))
    assert tab.entry("bot")["text"] == "« one »"


def test_what_an_earlier_process_left_is_answered_to_whoever_is_there(web: Web) -> None:
    tab = web.tab()
    conversation = web.tokens.conversation_of(tab.token)
    assert conversation

    async def heard_before() -> None:
        for text in ("one", "two"):
            web.reception.hear(Incoming(conversation, "web", text))
        web.forget_what_was_heard()

    web.loop.run(heard_before())
    web.loop.run(resumed(web))
    assert [entry["text"] for entry in tab.shown()] == ["one", "two", "« one »", "« two »"]
