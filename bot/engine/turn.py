"""What a channel may know of a conversation after one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

_SHOWN_OF_AN_ENTITY = ("entity", "value", "start", "end", "role")


@dataclass(frozen=True)
class Turn:
    """`intent` is None where the message could not be taken in; `form` where none is open."""

    intent: dict[str, Any] | None
    language: str | None
    locale: str | None
    entities: list[dict[str, Any]]
    form: str | None

    @classmethod
    def of(cls, tracker: DialogueStateTracker) -> Turn:
        heard = tracker.latest_message.parse_data if tracker.latest_message else {}
        return cls(
            intent=heard.get("intent") or None,
            language=tracker.get_slot("language"),
            locale=tracker.get_slot("locale"),
            entities=[
                {key: entity[key] for key in _SHOWN_OF_AN_ENTITY if key in entity}
                for entity in heard.get("entities") or []
            ],
            form=tracker.active_loop_name,
        )
