"""What an action server is told of a conversation: all that rasa-sdk's tracker reads.

Mends `RemoteAction._action_call_format` (rasa/core/actions/action.py), which sends all that the NLU
found in a message, its ranking of intents included, up to three times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import rasa
from rasa.shared.core.events import Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

_TOLD_OF_A_PARSE = ("text", "intent", "entities", "tier", "offered")


def call_of(action: str, tracker: DialogueStateTracker) -> dict[str, Any]:
    """The request's JSON, without the domain: no action of ours asks for it."""
    return {
        "next_action": action,
        "sender_id": tracker.sender_id,
        "tracker": _told(tracker),
        "version": rasa.__version__,
    }


def _told(tracker: DialogueStateTracker) -> dict[str, Any]:
    heard = tracker.latest_message
    return {
        "sender_id": tracker.sender_id,
        "slots": tracker.current_slot_values(),
        "latest_message": _told_of(heard.parse_data) if heard else {},
        "events": [_event(event) for event in tracker.events],
        "paused": tracker.is_paused(),
        "followup_action": tracker.followup_action,
        "active_loop": {"name": tracker.active_loop_name} if tracker.active_loop else {},
        "latest_action_name": tracker.latest_action_name,
    }


def _event(event: Event) -> dict[str, Any]:
    told: dict[str, Any] = event.as_dict()
    if isinstance(event, UserUttered):
        told["parse_data"] = _told_of(event.parse_data)
    return told


def _told_of(parse: Mapping[str, Any]) -> dict[str, Any]:
    return {name: parse[name] for name in _TOLD_OF_A_PARSE if name in parse}
