"""How the last turns went, read from the tracker's events."""

from __future__ import annotations

from rasa_sdk import Tracker

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
