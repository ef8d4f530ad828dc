from __future__ import annotations

import asyncio
from dataclasses import fields
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.action_drop_quote import ActionDropQuote
from actions.quotes.draft import Draft
from tests.actions.conftest import Said


def run(dispatcher: CollectingDispatcher, tracker: Any) -> tuple[str, dict[str, Any]]:
    events = asyncio.run(ActionDropQuote().run(dispatcher, tracker, {}))
    slots = {event["name"]: event["value"] for event in events}
    return dispatcher.messages[0]["response"], slots


@pytest.mark.parametrize(
    ("slots", "response"),
    [({"seats": 3}, "utter_cancelled"), ({}, "utter_nothing_to_cancel")],
)
def test_what_was_collected_is_forgotten(
    dispatcher: CollectingDispatcher, said: Said, slots: dict[str, Any], response: str
) -> None:
    said_so, set_to = run(dispatcher, said("cancel", slots=slots))
    assert said_so == response
    assert set_to == {
        **dict.fromkeys(field.name for field in fields(Draft)),
        "quoted": False,
        "quote_given": None,
    }
    assert ActionDropQuote().name() == "action_drop_quote"


def test_a_form_that_was_just_closed_was_a_quote(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    tracker = said("cancel")
    tracker.events += [{"event": "active_loop", "name": None}, {"event": "slot"}]
    assert run(dispatcher, tracker)[0] == "utter_cancelled"


def test_without_any_turn_there_is_nothing_to_cancel(
    dispatcher: CollectingDispatcher, said: Said
) -> None:
    tracker = said("cancel")
    tracker.events.clear()
    assert run(dispatcher, tracker)[0] == "utter_nothing_to_cancel"
