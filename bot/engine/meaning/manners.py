"""Manners with a value in them: "thanks, and for Revit?" changes the quote it is said beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.corrections import corrects
from bot.engine.meaning.parses import (
    ABOUT_A_QUOTE,
    ASK_FOR_NOTHING,
    UNSURE,
    Parse,
    likeliest,
)
from bot.nlu.normalise import fold

_CURRENCY_QUESTION = "faq_region_site"
# By intent, how many words such a message has at most: a longer one tells a story of its own.
_WORDS_AT_MOST = {
    "deny": 12,
    "affirm": 12,
    "thank": 12,
    "cancel": 12,
    "greet": 9,
    "goodbye": 9,
    "express_frustration": 9,
    "ask_if_bot": 9,
    "ask_capabilities": 9,
    "out_of_scope": 6,
    _CURRENCY_QUESTION: 8,
    "nlu_clarify": 10,
    "nlu_fallback": 10,
}
_COUNTED_AT_MOST = 10
# Surely about something else: "Maya crashes".
_SURELY_ELSEWHERE = 0.8
# "Yes, the 3 AutoCAD" and "thanks for the 3 AutoCAD" name what the quote has already.
_AGREES = frozenset({"affirm", "thank", "goodbye"})
# A day elsewhere is when the customer comes back, not when a subscription renews.
_MAY_NAME_A_DAY = frozenset({"affirm", "deny"})
_SLOTS = frozenset({"currency", "term"})

# "Cancel the AutoCAD quote" ends it; "cancel that, 5" does not.
_ENDS_IT = re.compile(
    r"\b(?:quotes?|quotation|estimates?|price|request|devis|soumissions?|estimation|prix|demande"
    r"|calcul)\b|\b(?:cancel\w*|annul\w*|delete|supprim\w*)\s+(?!that\b|it\b|ca\b|cela\b)\w"
)
_WANTS_AN_AMOUNT = re.compile(
    r"\b(?:how much|what (?:is it|would|does|about)|what s it|convert\w*|back|instead|make it|switch"
    r"|donne|combien|convert\w*|plutot|remet\w*|remets|ca fait|ca ferait|revenir|reviens)\b"
)
_WORD = re.compile(r"\w+", re.UNICODE)


def may_change_a_quote(parse: Parse) -> bool:
    """Short enough, and of a meaning that leaves room for a value."""
    intent, words = parse["intent"]["name"], len(_WORD.findall(parse["text"]))
    if intent in ABOUT_A_QUOTE:
        return words <= _COUNTED_AT_MOST
    if words > _WORDS_AT_MOST.get(intent, 0):
        return False
    if intent == "out_of_scope":
        return bool(parse["intent"]["confidence"] < _SURELY_ELSEWHERE)
    if intent == _CURRENCY_QUESTION:
        return _names_a_currency(parse)
    if intent == "cancel":
        return not _ENDS_IT.search(fold(parse["text"]))
    return intent not in UNSURE or _likeliest_leaves_room(parse)


def changes_a_quote(
    parse: Parse, values: Sequence[dict[str, Any]], tracker: DialogueStateTracker
) -> bool:
    """For one that may; `values` are its entities that a quote is made of."""
    intent = parse["intent"]["name"]
    if intent in ABOUT_A_QUOTE:
        return False
    if intent not in _MAY_NAME_A_DAY:
        values = [value for value in values if value["entity"] != "date"]
    values = [value for value in values if value.get("role") not in ASK_FOR_NOTHING]
    if intent in _AGREES:
        values = [value for value in values if not _is_known(value, tracker)]
    return bool(values)


def _likeliest_leaves_room(parse: Parse) -> bool:
    """An unsure question of the FAQ stays one, except the one about currencies with a currency."""
    intent = likeliest(parse)
    if intent == _CURRENCY_QUESTION:
        return _names_a_currency(parse)
    return intent in ABOUT_A_QUOTE or intent in _WORDS_AT_MOST or corrects(parse["text"])


def _names_a_currency(parse: Parse) -> bool:
    """ "And what is it in euros?" wants an amount; "why does the site show euros?" does not."""
    named = any(entity["entity"] == "currency" for entity in parse["entities"])
    return named and bool(_WANTS_AN_AMOUNT.search(fold(parse["text"])))


def _is_known(value: dict[str, Any], tracker: DialogueStateTracker) -> bool:
    if value["entity"] == "seats":
        return bool(value["value"] == tracker.get_slot("seats"))
    if value["entity"] == "product":
        return bool(value["value"] == _product(tracker))
    return value["entity"] in _SLOTS and bool(value["value"] == tracker.get_slot(value["entity"]))


def _product(tracker: DialogueStateTracker) -> Any:
    """Of a subscription only the id is kept: its product is the one that was named last."""
    named = (
        entity["value"]
        for event in reversed(tracker.events)
        if isinstance(event, UserUttered)
        for entity in event.entities
        if entity["entity"] == "product"
    )
    return tracker.get_slot("product") or next(named, None)
