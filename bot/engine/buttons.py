"""A pressed button: the only way in which a message names an intent by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.normalise import fold

_PAYLOAD = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?\Z", re.DOTALL)
# Older buttons may still be on screen, but a title typed much later is a sentence of its own.
_LAST_MESSAGES = 6

# "The second one", « la deuxième »: a place in the list that was just shown.
_PLACES = (
    "first|1st|premier|premiere|1er|1re|1ere",
    "second|2nd|deuxieme|seconde|2e|2eme",
    "third|3rd|troisieme|3e|3eme",
    "fourth|4th|quatrieme|4e|4eme",
    "fifth|5th|cinquieme|5e|5eme",
)
_LAST = "last|dernier|derniere"
_PLACE = re.compile(
    rf"(?:(?:ok|yes|oui|euh|uh)\W+)?(?:the |le |la |l')?({'|'.join((*_PLACES, _LAST))})"
    r"(?: (?:one|option|choice|choix|subscription|abonnement|product|produit))?"
    r"(?:,? (?:please|pls|svp|stp|s'il vous plait))?\W*"
)


def pressed(text: str, tracker: DialogueStateTracker) -> dict[str, Any] | None:
    """The parse of a message that stands for a button this conversation was shown lately.

    Its title does, in any case and without accents; so does its place in the last list.
    """
    title = fold(text)
    if not title:
        return None
    for button in _shown_buttons(tracker):
        if fold(button["title"]) == title:
            return parse_payload(text, button["payload"])
    counted = _at_place(title, next(_shown_lists(tracker), []))
    return parse_payload(text, counted["payload"]) if counted else None


def _at_place(folded: str, buttons: list[dict[str, str]]) -> dict[str, str] | None:
    match = _PLACE.fullmatch(folded)
    if match is None or not buttons:
        return None
    if match[1] in _LAST.split("|"):
        return buttons[-1]
    place = next(i for i, names in enumerate(_PLACES) if match[1] in names.split("|"))
    return buttons[place] if place < len(buttons) else None


def parse_payload(text: str, payload: str) -> dict[str, Any]:
    """`/inform{"currency": "EUR"}` as NLU output. Payloads are our own; ValueError for others."""
    match = _PAYLOAD.match(payload)
    if match is None:
        raise ValueError("not a button's payload")
    entities = json.loads(match["entities"] or "{}")
    intent = {"name": match["intent"], "confidence": 1.0}
    return {
        "text": text,
        "intent": intent,
        "intent_ranking": [intent],
        "entities": [
            {"entity": name, "value": value, "start": 0, "end": len(text)}
            for name, value in entities.items()
        ],
        "tier": "answer",
        "offered": [],
    }


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
