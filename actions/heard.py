"""What a custom action may know of the conversation: who speaks, and what was just said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

# A number in a question about something else is not an answer to ours.
_ABOUT_THE_QUOTE = frozenset(
    {"request_quote", "inform", "affirm", "deny", "nlu_clarify", "nlu_fallback"}
)


@dataclass(frozen=True)
class Entity:
    name: str
    value: Any
    role: str | None


@dataclass(frozen=True)
class Heard:
    """`account` is the identity that the channel verified, None where nobody is signed in."""

    intent: str
    entities: tuple[Entity, ...]
    account: str | None
    region: str | None
    quoted: bool

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        message = tracker.latest_message or {}
        intent = (message.get("intent") or {}).get("name") or ""
        locale = tracker.get_slot("locale") or ""
        return cls(
            intent=intent,
            entities=_entities(message) if intent in _ABOUT_THE_QUOTE else (),
            account=_metadata(tracker).get("account"),
            region=locale.partition("_")[2] or None,
            quoted=bool(tracker.get_slot("quoted")),
        )

    def all(self, name: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.name == name]

    def last(self, name: str) -> Entity | None:
        found = self.all(name)
        return found[-1] if found else None


def _entities(message: dict[str, Any]) -> tuple[Entity, ...]:
    return tuple(
        Entity(entity["entity"], entity.get("value"), entity.get("role"))
        for entity in message.get("entities") or []
    )


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """Made by the channel on the server, never by the client."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return event.get("metadata") or {}
    return {}
