"""A stored entry in the words of docs/channels/web.md, for our widget and for others."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from bot.channels.web.buttons import Buttons
from bot.channels.web.rendering import entry_for_ours, message_for_others
from bot.store.transcript import Entry
from tests.bot.channels.web.harness import SECRET

BUTTONS = Buttons(SECRET)
AT = datetime(2026, 11, 22, 17, 0, 0, 123456, tzinfo=timezone.utc)
QUESTION = {
    "response": "utter_ask_seats",
    "text": "How many seats?",
    "buttons": [{"title": "3 seats", "payload": '/inform{"seats": 3}'}],
}


def entry(body: dict[str, Any], **changed: Any) -> Entry:
    given = {"seq": 7, "conversation": "c-1", "at": AT, "author": "bot", "body": body}
    return Entry(**{**given, **changed})


def test_an_entry_as_our_widget_gets_it() -> None:
    shown = entry_for_ours(
        entry({"response": "utter_greet", "text": "Hi!"}, language="en"), BUTTONS
    )
    assert shown == {
        "seq": 7,
        "author": "bot",
        "at": "2026-11-22T17:00:00.123+00:00",
        "language": "en",
        "text": "Hi!",
        "response": "utter_greet",
    }


def test_what_the_bot_is_told_is_not_shown() -> None:
    told = {"account": "demo-lyon", "payload": "/affirm", "channel": "web", "problem": "empty"}
    heard = entry({"text": "Yes"}, author="customer", told=told, message_id="m-1")
    shown = entry_for_ours(heard, BUTTONS)
    assert set(shown) == {"seq", "author", "at", "language", "text", "id"}
    assert (shown["text"], shown["id"]) == ("Yes", "m-1")
    assert message_for_others(heard, BUTTONS) == {"text": "Yes"}


def test_an_agents_own_id_is_not_the_customers_to_see() -> None:
    said = entry({"text": "Hello"}, author="agent", message_id="agent 1 m-1")
    assert "id" not in entry_for_ours(said, BUTTONS)


def test_buttons_are_signed_for_the_conversation() -> None:
    (button,) = entry_for_ours(entry(QUESTION), BUTTONS)["buttons"]
    assert button["title"] == "3 seats"
    assert BUTTONS.read("c-1", button["payload"]) == ("3 seats", '/inform{"seats": 3}')
    assert BUTTONS.read("c-2", button["payload"]) is None
    assert "/inform" not in str(button)


def test_others_get_rasas_own_quick_replies() -> None:
    message = message_for_others(entry(QUESTION), BUTTONS)
    assert message["text"] == "How many seats?"
    (reply,) = message["quick_replies"]
    assert (reply["content_type"], reply["title"]) == ("text", "3 seats")
    assert BUTTONS.read("c-1", reply["payload"]) == ("3 seats", '/inform{"seats": 3}')


def test_a_quote_and_links_are_handed_through() -> None:
    more = {"quote": {"due_now": "887.67"}, "links": [{"text": "here", "url": "https://e.com"}]}
    shown = entry_for_ours(entry({"text": "Here", **more}), BUTTONS)
    assert {name: shown[name] for name in more} == more
    assert message_for_others(entry({"text": "Here", **more}), BUTTONS) == {"text": "Here"}


@pytest.mark.parametrize("empty", [{"buttons": []}, {"links": []}, {"quote": None}, {}])
def test_what_is_empty_is_left_out(empty: dict[str, Any]) -> None:
    assert set(entry_for_ours(entry({"text": "Hi", **empty}), BUTTONS)) == {
        *("seq", "author", "at", "language", "text")
    }
    assert message_for_others(entry({"text": "Hi", **empty}), BUTTONS) == {"text": "Hi"}


@pytest.mark.parametrize(
    ("response", "handoff"),
    [
        ("utter_hand_over", True),
        ("utter_hand_over_angry", True),
        ("utter_greet", False),
        (None, False),
    ],
)
def test_a_person_that_is_offered_is_marked(response: str | None, handoff: bool) -> None:
    shown = entry_for_ours(entry({"text": "Hi", "response": response}), BUTTONS)
    assert ("handoff" in shown) is handoff
