"""From a tracker to what a channel may know of it."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.turn import Turn

_SHOWN_OF_AN_ENTITY = ("entity", "value", "start", "end", "role")


def turn_of(
    tracker: DialogueStateTracker, messages: list[dict[str, Any]], *, stored: bool = True
) -> Turn:
    heard = tracker.latest_message.parse_data if tracker.latest_message else {}
    return Turn(
        intent=heard.get("intent") or None,
        language=tracker.get_slot("language"),
        locale=tracker.get_slot("locale"),
        entities=[
            {key: entity[key] for key in _SHOWN_OF_AN_ENTITY if key in entity}
            for entity in heard.get("entities") or []
        ],
        form=tracker.active_loop_name,
        messages=messages,
        stored=stored,
    )
