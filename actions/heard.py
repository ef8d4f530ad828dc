"""What a custom action may know of the conversation: who speaks, and what was just said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from actions.renewal import names_renewal, plan_of
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

    `several` where the message named more products than the one that is left in `entities`. A date
    for the purchase has the role `purchase`; `names_renewal` where the message is about the renewal.
    """

    intent: str
    entities: tuple[Entity, ...]
    account: str | None
    region: str | None
    quoted: bool
    several: bool = False
    names_renewal: bool = False

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        message = tracker.latest_message or {}
        intent = (message.get("intent") or {}).get("name") or ""
        locale = tracker.get_slot("locale") or ""
        found = (message.get("entities") or []) if intent in _ABOUT_THE_QUOTE else []
        text = message.get("text") or ""
        answers = tracker.get_slot("requested_slot") == "renewal_date"
        found = list(_with_plans(found, text, intent, answers))
        kept, several = of_first_product(found, text)
        return cls(
            intent=intent,
            entities=tuple(Entity(e["entity"], e.get("value"), e.get("role")) for e in kept),
            account=_metadata(tracker).get("account"),
            region=locale.partition("_")[2] or None,
            quoted=bool(tracker.get_slot("quoted")),
            several=several,
            names_renewal=names_renewal(text),
        )

    def all(self, name: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.name == name]

    def last(self, name: str) -> Entity | None:
        found = self.all(name)
        return found[-1] if found else None


def _with_plans(
    found: list[dict[str, Any]], text: str, intent: str, answers: bool
) -> Iterator[dict[str, Any]]:
    alone = sum(entity["entity"] == "date" for entity in found) == 1
    for entity in found:
        plan = None
        if entity["entity"] == "date" and entity.get("role") in (None, "partial"):
            plan = plan_of(entity, text, intent=intent, answers=answers, alone=alone)
        if plan != "wish":
            yield {**entity, "role": plan} if plan else entity


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """Made by the channel on the server, never by the client."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return event.get("metadata") or {}
    return {}
