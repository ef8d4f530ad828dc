"""What a custom action may know of the conversation: who speaks, and what was just said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from actions.cues import counts_quotes
from actions.renewal import is_planned
from actions.several import by_product

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

    `others` are the products, each with its numbers, that the message named after the one that is
    left in `entities`. `text` is the customer's: to be looked at, never kept.
    """

    intent: str
    entities: tuple[Entity, ...]
    account: str | None
    region: str | None
    quoted: bool
    text: str = ""
    others: tuple[tuple[Entity, ...], ...] = ()

    @classmethod
    def of(cls, tracker: Tracker, meant: str | None = None) -> Heard:
        """`meant` is an intent to read the message as, whatever it was understood to be."""
        message = tracker.latest_message or {}
        intent = meant or (message.get("intent") or {}).get("name") or ""
        locale = tracker.get_slot("locale") or ""
        found = (message.get("entities") or []) if intent in _ABOUT_THE_QUOTE else []
        text = message.get("text") or ""
        if intent == "request_quote":
            found = [e for e in found if not (is_planned(e, text) or counts_quotes(e, text))]
        kept, others = by_product(found, text)
        return cls(
            intent=intent,
            entities=_entities(kept),
            account=_metadata(tracker).get("account"),
            region=locale.partition("_")[2] or None,
            quoted=bool(tracker.get_slot("quoted")),
            text=text,
            others=tuple(_entities(other) for other in others),
        )

    def all(self, name: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.name == name]

    def last(self, name: str) -> Entity | None:
        found = self.all(name)
        return found[-1] if found else None


def _entities(found: Iterable[dict[str, Any]]) -> tuple[Entity, ...]:
    return tuple(Entity(e["entity"], e.get("value"), e.get("role")) for e in found)


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """Made by the channel on the server, never by the client."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return event.get("metadata") or {}
    return {}
