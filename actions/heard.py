"""What a custom action may know of the conversation: who speaks, and what was just said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from actions.cues import counts_quotes
from actions.renewal import names_renewal, plan_of
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
    left in `entities`. A date for the purchase has the role `purchase`; `names_renewal` where the
    message is about the renewal. `text` is the customer's: to be looked at, never kept.
    """

    intent: str
    entities: tuple[Entity, ...]
    account: str | None
    region: str | None
    quoted: bool
    text: str = ""
    others: tuple[tuple[Entity, ...], ...] = ()
    names_renewal: bool = False

    @classmethod
    def of(cls, tracker: Tracker, meant: str | None = None) -> Heard:
        """`meant` is an intent to read the message as, whatever it was understood to be."""
        message = tracker.latest_message or {}
        intent = meant or (message.get("intent") or {}).get("name") or ""
        locale = tracker.get_slot("locale") or ""
        found = (message.get("entities") or []) if intent in _ABOUT_THE_QUOTE else []
        text = message.get("text") or ""
        answers = tracker.get_slot("requested_slot") == "renewal_date"
        quoted = bool(tracker.get_slot("quoted"))
        found = list(_with_plans(found, text, intent, answers, quoted))
        if intent == "request_quote":
            found = [entity for entity in found if not counts_quotes(entity, text)]
        kept, others = by_product(found, text)
        return cls(
            intent=intent,
            entities=_entities(kept),
            account=_metadata(tracker).get("account"),
            region=locale.partition("_")[2] or None,
            quoted=quoted,
            text=text,
            others=tuple(_entities(other) for other in others),
            names_renewal=names_renewal(text),
        )

    def all(self, name: str) -> list[Entity]:
        return [entity for entity in self.entities if entity.name == name]

    def last(self, name: str) -> Entity | None:
        found = self.all(name)
        return found[-1] if found else None


def _with_plans(
    found: list[dict[str, Any]], text: str, intent: str, answers: bool, quoted: bool
) -> Iterator[dict[str, Any]]:
    alone = sum(entity["entity"] == "date" for entity in found) == 1
    for entity in found:
        plan = None
        if entity["entity"] == "date" and entity.get("role") in (None, "partial"):
            plan = plan_of(entity, text, intent=intent, answers=answers, alone=alone, quoted=quoted)
        if plan != "wish":
            yield {**entity, "role": plan} if plan else entity


def _entities(found: Iterable[dict[str, Any]]) -> tuple[Entity, ...]:
    return tuple(Entity(e["entity"], e.get("value"), e.get("role")) for e in found)


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """Made by the channel on the server, never by the client."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return event.get("metadata") or {}
    return {}
