"""How the last turns went, read from the tracker's events, and the end of trying."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.forms import REQUESTED_SLOT
from rasa_sdk.interfaces import ACTION_LISTEN_NAME

# The third message in a row that is not understood goes to a person.
TRIES = 3

_NOT_UNDERSTOOD = frozenset({"action_clarify", "action_rephrase"})


def not_understood_in_a_row(tracker: Tracker) -> int:
    """The turns right before this one that ended in a request to clarify or rephrase."""
    turns: list[bool] = []
    for event in tracker.events:
        if event.get("event") == "user":
            turns.append(False)
        elif event.get("event") == "action" and event.get("name") in _NOT_UNDERSTOOD and turns:
            turns[-1] = True
    earlier = turns[:-1]
    count = 0
    while count < len(earlier) and earlier[-1 - count]:
        count += 1
    return count


def times_heard(tracker: Tracker, intent: str) -> int:
    """How often this intent was heard in the session, this time included."""
    return sum(
        event.get("event") == "user"
        and ((event.get("parse_data") or {}).get("intent") or {}).get("name") == intent
        for event in tracker.events
    )


def given_up() -> list[dict[str, Any]]:
    """Closes an open form: whoever is sent to a person is asked nothing more."""
    return [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None), FollowupAction(ACTION_LISTEN_NAME)]
