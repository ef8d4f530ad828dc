"""Where a tracker's session begins: at first contact, after a long silence, and every few turns.

Rasa replays a session's events for every prediction, so a conversation costs more with every
message. A new session that begins with what is known (slots, the open form) keeps the cost flat;
the whole history stays in the store.
"""

from __future__ import annotations

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

TURNS_A_SESSION = 12

_FORM_STATE = "requested_slot"


def is_full(tracker: DialogueStateTracker) -> bool:
    turns = sum(isinstance(event, UserUttered) for event in tracker.events)
    return turns >= TURNS_A_SESSION


def beginning(tracker: DialogueStateTracker, *, keep_form: bool) -> list[Event]:
    """The events that open a session with the slots of the one before, each set once."""
    carried = {
        name: slot.value
        for name, slot in tracker.slots.items()
        if slot.value is not None and slot.value != slot.initial_value and name != _FORM_STATE
    }
    events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    events += [SlotSet(name, value) for name, value in carried.items()]
    if keep_form and tracker.active_loop_name:
        events.append(ActiveLoop(tracker.active_loop_name))
        events.append(SlotSet(_FORM_STATE, tracker.get_slot(_FORM_STATE)))
    return [*events, ActionExecuted(ACTION_LISTEN_NAME)]
