"""What a custom action may know of the conversation: who speaks, and what was just said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from actions.renewal import is_planned
from actions.several import of_first_product

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
    """`account` is the identity that the channel verified, None where nobody is signed in.

    `several` where the message named more products than the one that is left in `entities`.
    """

    intent: str
    entities: tuple[Entity, ...]
    account: str | None
    region: str | None
    quoted: bool
    several: bool = False

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        message = tracker.latest_message or {}
        intent = (message.get("intent") or {}).get("name") or ""
        locale = tracker.get_slot("locale") or ""
        found = (message.get("entities") or []) if intent in _ABOUT_THE_QUOTE else []
        text = message.get("text") or ""
        if intent == "request_quote":
            found = [entity for entity in found if not is_planned(entity, text)]
        kept, several = of_first_product(found, text)
        return cls(
            intent=intent,
            entities=tuple(Entity(e["entity"], e.get("value"), e.get("role")) for e in kept),
            account=_metadata(tracker).get("account"),
            region=locale.partition("_")[2] or None,
            quoted=bool(tracker.get_slot("quoted")),
            several=several,
        )

    def all(self, name: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.name == name]

    def last(self, name: str) -> Entity | None:
        found = self.all(name)
        return found[-1] if found else None


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """Made by the channel on the server, never by the client."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return event.get("metadata") or {}
    return {}
