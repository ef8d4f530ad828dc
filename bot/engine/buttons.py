"""A pressed button: the only way in which a message names an intent by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.places import at_place
from bot.nlu.normalise import fold

_PAYLOAD = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?\Z", re.DOTALL)
# "And the other one?", « pis le deuxième? »: what was asked about beside what is quoted.
_OTHER = re.compile(
    r"(?:(?:and|ok|now|so|how much for|what about|how about|et|pis|puis|pour|combien pour)\W+)*"
    r"(?:the |le |la |l')?(?:other|second|2nd|next|autre|deuxieme|seconde|suivante?)"
    r"(?: (?:one|product|produit))?(?:,? (?:please|pls|then|svp|stp|alors|now))?\W*"
)
_NEXT_PRODUCT = '/request_quote{"product"'
# Older buttons may still be on screen, but a title typed much later is a sentence of its own.
_LAST_MESSAGES = 6


def pressed(text: str, tracker: DialogueStateTracker) -> dict[str, Any] | None:
    """The parse of a message that stands for a button this conversation was shown lately.

    Its title does, in any case and without accents; so does its place in the last list, or "the
    other one" beside the quote for the first of several products.
    """
    title = fold(text)
    if not title:
        return None
    for button in _shown_buttons(tracker):
        if fold(button["title"]) == title:
            return parse_payload(text, button["payload"])
    lists = list(_shown_lists(tracker))
    counted = _other_product(title, lists) or at_place(title, next(iter(lists), []))
    return parse_payload(text, counted["payload"]) if counted else None


def parse_payload(text: str, payload: str) -> dict[str, Any]:
    """`/inform{"currency": "EUR"}` as NLU output, `"seats.target": 12` with its role. Payloads are
    our own; ValueError for others.
    """
    match = _PAYLOAD.match(payload)
    if match is None:
        raise ValueError("not a button's payload")
    entities = json.loads(match["entities"] or "{}")
    intent = {"name": match["intent"], "confidence": 1.0}
    return {
        "text": text,
        "intent": intent,
        "intent_ranking": [intent],
        "entities": [_entity(name, value, len(text)) for name, value in entities.items()],
        "tier": "answer",
        "offered": [],
    }


def _other_product(title: str, lists: list[list[dict[str, str]]]) -> dict[str, str] | None:
    """The button for the next of the products that were asked about together."""
    if not _OTHER.fullmatch(title):
        return None
    shown = (button for buttons in lists for button in buttons)
    return next((b for b in shown if b["payload"].startswith(_NEXT_PRODUCT)), None)


def _entity(name: str, value: Any, length: int) -> dict[str, Any]:
    entity, _, role = name.partition(".")
    found = {"entity": entity, "value": value, "start": 0, "end": length}
    return {**found, "role": role} if role else found


def _shown_buttons(tracker: DialogueStateTracker) -> Iterator[dict[str, str]]:
    said = [event for event in tracker.events if isinstance(event, BotUttered)]
    for event in reversed(said[-_LAST_MESSAGES:]):
        yield from event.data.get("buttons") or []


def _shown_lists(tracker: DialogueStateTracker) -> Iterator[list[dict[str, str]]]:
    """The buttons of what was said since the customer last spoke, the latest first."""
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return
        if isinstance(event, BotUttered) and event.data.get("buttons"):
            yield event.data["buttons"]
