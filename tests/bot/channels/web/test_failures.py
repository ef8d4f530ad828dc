"""When the store or the bot fails: a sentence, nothing lost, nobody else concerned."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest

from bot.channels.reception import Incoming
from tests.bot.channels.web.test_channel import TROUBLE

if TYPE_CHECKING:
    from bot.store.transcript import Entry
    from tests.bot.channels.web.conftest import SignIn
    from tests.bot.channels.web.harness import Web
    from tests.bot.channels.web.widgets import Widget


@pytest.mark.parametrize("locale", TROUBLE)
def test_what_cannot_be_stored_is_refused(web: Web, locale: str) -> None:
    tab = web.tab(locale=locale)
    with web.broken_store():
        assert tab.say("one", id="m-1") == {"refused": "trouble", "text": TROUBLE[locale]}
    assert "seq" in tab.say("one", id="m-1")
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
    language = "fr-CA" if event == "choose_language" else "en-CA"
    assert refused == {"refused": "trouble", "text": TROUBLE[language]}
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
    web.loop.run(web.reception.resume())
    assert tab.entry("bot")["text"] == "« one »"


def test_what_an_earlier_process_left_is_answered_to_whoever_is_there(web: Web) -> None:
    tab = web.tab()
    conversation = web.tokens.conversation_of(tab.token)
    assert conversation

    async def heard_before() -> None:
        for text in ("one", "two"):
            web.reception.hear(Incoming(conversation, "web", text))

    web.loop.run(heard_before())
    web.loop.run(web.reception.resume())
    assert [entry["text"] for entry in tab.shown()] == ["« one »", "« two »"]


def broken(web: Web) -> None:
    async def converse(heard: Entry, record: Any) -> Any:
        raise RuntimeError(heard.body["text"])

    web.bot.converse = converse  # type: ignore[assignment, method-assign]


@pytest.mark.xfail(strict=True, reason="an answer that raises is silence, and its text is logged")
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


@pytest.mark.xfail(strict=True, reason="one message that cannot be answered ends the sweep")
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
        await web.reception.resume()

    web.loop.run(resume())
    assert tab.entry("bot")["text"] == "« good »"


@pytest.mark.xfail(strict=True, reason="after a restart a new message overtakes an older one")
def test_what_was_left_is_answered_before_what_comes_now(web: Web) -> None:
    tab = web.tab()
    conversation = web.tokens.conversation_of(tab.token)
    assert conversation

    async def heard_before() -> None:
        web.reception.hear(Incoming(conversation, "web", "old"))

    web.loop.run(heard_before())
    tab.answer_to("new")
    web.loop.run(web.reception.resume())
    assert [heard.body["text"] for heard in web.bot.heard] == ["old", "new"]


@pytest.mark.xfail(strict=True, reason="a tab that was there before the sign-in stays and reads on")
def test_who_shares_a_visitors_token_does_not_read_a_signed_in_customer(
    web: Web, identity_of: SignIn
) -> None:
    """Somebody who has planted, or stolen, a token waits in the conversation."""
    spy = web.tab()
    customer = web.tab(session_id=spy.token, identity=identity_of("demo-lyon"))
    customer.answer_to("my price")
    assert spy.shown() == []


@pytest.mark.xfail(strict=True, reason="a client may send the server's own event names")
def test_a_client_cannot_take_itself_out_of_the_books(web: Web) -> None:
    """Then nothing hangs up on it, and it is not told when its identity expires."""
    tab: Widget = web.tab()
    tab.call("disconnect")
    assert web.connected == 1


@pytest.mark.xfail(strict=True, reason="the old room is left as the widget's new kind")
def test_a_widget_that_says_later_that_it_is_ours_leaves_the_old_conversation(web: Web) -> None:
    tab = web.widget()
    tab.emit("session_request", {})
    old = tab.wait_for("session_confirm")
    tab.join()
    web.tab(session_id=old).answer_to("one")
    assert tab.shown("bot_uttered") == []
