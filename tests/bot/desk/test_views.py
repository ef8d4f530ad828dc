"""What the page gets: what is shown, and nothing that is only told to the bot."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.desk.views import card_json, entry_json, note_json, ticket_json
from bot.handoff.hold import Hold
from bot.store.desk import Note, Ticket
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW

AT = NOW.timestamp()
INSTANT = "2026-11-22T17:00:00.000+00:00"


def entry(author: Any = "customer", text: str = "hello", **more: Any) -> Entry:
    told = more.pop("told", {"channel": "web"} if author == "customer" else {})
    language = more.pop("language", None)
    return Entry(7, "c", NOW, author, {"text": text, **more}, language, "m-1", told)


def test_an_entry_is_shown_without_what_was_told() -> None:
    told = {"channel": "web", "account": "demo-lyon", "payload": "/affirm", "masked": True}
    assert entry_json(entry(told=told)) == {
        **{"seq": 7, "author": "customer", "at": INSTANT, "language": None, "text": "hello"},
    }


def test_buttons_are_titles_alone() -> None:
    buttons = [{"title": "Chat", "payload": "/desk_join"}]
    shown = entry_json(entry("bot", response="utter_hand_over", buttons=buttons, language="en"))
    assert shown["buttons"] == [{"title": "Chat"}]
    assert "/desk_join" not in str(shown)


def test_an_entry_has_its_quote_links_and_agent() -> None:
    more = {
        "quote": {"due_now": "887.67"},
        "links": [{"text": "a", "url": "tel:1"}],
        "agent": "Zoé",
    }
    shown = entry_json(entry("agent", secret="x", **more))
    assert {name: shown[name] for name in more} == more
    assert "secret" not in shown


HOLD = Hold("c", "waiting", None, AT - 30, AT - 90, "complex", version=2)


def test_a_card_of_who_waits() -> None:
    heard = entry(told={"channel": "web", "locale": "fr_CA", "account": "demo-lyon"}, language="fr")
    assert card_json(HOLD, [heard], AT) == {
        **{"id": "c", "state": "waiting", "agent": None, "since": "2026-11-22T16:59:30.000+00:00"},
        **{"waiting_seconds": 90, "language": "fr", "locale": "fr_CA", "channel": "web"},
        **{"reason": "complex", "priority": "high", "account": "demo-lyon", "name": None},
        "last": {"author": "customer", "text": "hello", "at": INSTANT},
        "undelivered": 0,
    }
    assert card_json(HOLD, [heard], AT, 3)["undelivered"] == 3


@pytest.mark.parametrize(
    ("hold", "seconds"),
    [
        (replace(HOLD, asked=None), 30),
        (replace(HOLD, asked=AT + 5), 0),
        (replace(HOLD, state="held", agent=7), 0),
        (Hold("c", since=AT - 500), 0),
    ],
)
def test_who_waits_has_waited_since_they_asked(hold: Hold, seconds: int) -> None:
    assert card_json(hold, [entry()], AT)["waiting_seconds"] == seconds


@pytest.mark.parametrize(
    ("changed", "priority"),
    [
        ({"reason": "asked"}, "normal"),
        ({"reason": None}, "normal"),
        ({"reason": "frustrated"}, "high"),
        ({"reason": "asked", "first": True}, "high"),
    ],
)
def test_what_should_not_wait_is_high(changed: dict[str, Any], priority: str) -> None:
    assert card_json(replace(HOLD, **changed), [entry()], AT)["priority"] == priority


def test_the_last_word_is_somebodys_and_short() -> None:
    said = [entry(text="x" * 500), entry("notice", "has joined")]
    last = card_json(HOLD, said, AT)["last"]
    assert (last["author"], last["text"]) == ("customer", "x" * 160)
    assert card_json(HOLD, [entry("notice", "has joined")], AT)["last"] is None


def test_a_card_of_which_nothing_is_known() -> None:
    card = card_json(Hold("c"), [], AT)
    unknown = ("agent", "language", "locale", "channel", "reason", "account", "name", "last")
    assert {card[name] for name in unknown} == {None}


def test_a_note() -> None:
    assert note_json(Note(3, 7, AT, "l’œuvre\n<b>")) == {
        **{"id": 3, "agent": 7, "at": INSTANT, "text": "l’œuvre\n<b>"}
    }


@pytest.mark.parametrize(
    ("zone", "local"),
    [
        ("America/Toronto", "2026-11-22T12:00-05:00"),
        ("Europe/Paris", "2026-11-22T18:00+01:00"),
        (None, "2026-11-22T17:00+00:00"),
    ],
)
def test_a_ticket_has_the_customers_time(zone: str | None, local: str) -> None:
    details = {"name": "Zoé", "phone": "+14165550123", "zone": zone}
    assert ticket_json(Ticket(3, "c", "callback", "due", AT, details), AT) == {
        **{"id": 3, "kind": "callback", "conversation": "c", "state": "due", "at": INSTANT},
        **details,
        "local_time": local,
    }


def test_what_a_platform_has_refused_is_marked() -> None:
    said = entry("agent")
    assert "undelivered" not in entry_json(said, {said.seq + 1: "blocked"})
    assert entry_json(said, {said.seq: "blocked"})["undelivered"] is True
