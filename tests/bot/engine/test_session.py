"""What a session begins with: everything that is known, each thing once."""

from __future__ import annotations

import pytest
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.session import TURNS_A_SESSION, beginning, is_full

DOMAIN = Domain.from_yaml("""
slots:
  language: {type: text, mappings: [{type: custom}]}
  seats: {type: any, mappings: [{type: custom}]}
  quoted: {type: bool, initial_value: false, mappings: [{type: custom}]}
forms:
  quote_form: {required_slots: []}
""")


def tracker_with(*events: object) -> DialogueStateTracker:
    tracker = DialogueStateTracker("c-1", DOMAIN.slots)
    tracker.update_with_events(list(events), DOMAIN)
    return tracker


def test_a_session_is_full_after_its_turns() -> None:
    turns = [UserUttered("a"), BotUttered("b"), BotUttered("c")] * (TURNS_A_SESSION - 1)
    assert not is_full(tracker_with(*turns))
    assert is_full(tracker_with(*turns, UserUttered("a")))


def test_first_contact_begins_with_nothing() -> None:
    assert beginning(tracker_with(), keep_form=False) == [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
        ActionExecuted(ACTION_LISTEN_NAME),
    ]


def test_what_is_known_is_carried_over_once() -> None:
    """Stock Rasa carries every SlotSet event over, and so more with every session."""
    tracker = tracker_with(*(SlotSet("seats", n) for n in range(50)), SlotSet("language", "fr"))
    carried = [e for e in beginning(tracker, keep_form=False) if isinstance(e, SlotSet)]
    assert carried == [SlotSet("language", "fr"), SlotSet("seats", 49)]


@pytest.mark.parametrize("value", [0, "", [], {"current": 5}])
def test_empty_is_not_unknown(value: object) -> None:
    assert SlotSet("seats", value) in beginning(
        tracker_with(SlotSet("seats", value)), keep_form=False
    )


def test_what_is_as_at_the_start_is_not_carried() -> None:
    tracker = tracker_with(
        SlotSet("quoted", True), SlotSet("quoted", False), SlotSet("seats", None)
    )
    assert not any(isinstance(e, SlotSet) for e in beginning(tracker, keep_form=False))


OPEN_FORM = (ActiveLoop("quote_form"), SlotSet("requested_slot", "seats"))


def test_an_open_form_goes_on_in_a_full_session() -> None:
    tracker = tracker_with(*OPEN_FORM)
    tracker.update_with_events(beginning(tracker, keep_form=True), DOMAIN)
    assert tracker.active_loop_name == "quote_form"
    assert tracker.get_slot("requested_slot") == "seats"
    assert tracker.latest_action_name == ACTION_LISTEN_NAME


def test_an_open_form_closes_after_a_long_silence() -> None:
    tracker = tracker_with(*OPEN_FORM, SlotSet("language", "fr"))
    tracker.update_with_events(beginning(tracker, keep_form=False), DOMAIN)
    assert tracker.active_loop_name is None
    assert tracker.get_slot("requested_slot") is None
    assert tracker.get_slot("language") == "fr"


def test_sessions_after_sessions_carry_no_more() -> None:
    tracker = tracker_with(*OPEN_FORM, SlotSet("language", "fr"), SlotSet("seats", 3))
    sizes = []
    for _ in range(5):
        events = beginning(tracker, keep_form=True)
        sizes.append(len(events))
        tracker.update_with_events(events, DOMAIN)
    assert len(set(sizes)) == 1
