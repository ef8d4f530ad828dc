"""What a short message means while a quote is being worked out, or right after it was given.

"And in euros?", "zéro", "Revit" alone could be about anything; beside an open quote they change it.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.complete import is_complete_request
from bot.engine.relative import is_relative_change
from bot.nlu.normalise import fold

QUOTE_FORM = "quote_form"

_QUOTE_SLOTS = ("subscription", "product", "seats", "currency", "renewal_date")
_QUOTE_ENTITIES = frozenset({"seats", "product", "date", "currency", "subscription_id"})
_ABOUT_THE_QUOTE = frozenset({"inform", "request_quote"})
_NOT_UNDERSTOOD = "nlu_fallback"
_UNSURE = frozenset({"nlu_clarify", _NOT_UNDERSTOOD})

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

# "Is that still valid?", « le prix tient toujours ? »: the same quote, worked out again.
_STILL_VALID = re.compile(
    r"\b(?:still|encore|toujours)\b.*\b(?:valid|valide|valable|good|bon|bonne|hold|holds|stand"
    r"|stands|tient|meme|same|current|true|vrai)\b"
    r"|\b(?:valid|valide|valable|bon|tient)\b.*\b(?:still|encore|toujours)\b"
    r"|\b(?:expired?|expires|expiree?|perimee?)\b"
)
_WORDS_AT_MOST = 9


def in_context(parse: dict[str, Any], tracker: DialogueStateTracker) -> dict[str, Any]:
    """The parse, with the intent that the open quote gives it; pressed buttons stay as they are."""
    if "identification" not in parse:
        return parse
    intent = parse["intent"]["name"]
    values = [e for e in parse["entities"] if e["entity"] in _QUOTE_ENTITIES]
    is_open = is_quote_open(tracker)
    if is_open and tracker.get_slot("quoted") and _asks_if_still_valid(parse["text"]):
        return _meaning(parse, "inform")
    if is_open and intent not in _ABOUT_THE_QUOTE and is_relative_change(parse):
        return _meaning(parse, "inform")
    may_be_values = intent in _UNSURE or (is_open and intent not in _ABOUT_THE_QUOTE)
    if values and may_be_values and _is_little_else(parse["text"], values):
        return _meaning(parse, "inform")
    if is_complete_request(parse):
        return _meaning(parse, "request_quote")
    if intent == "inform" and not values:
        return _meaning(parse, _NOT_UNDERSTOOD)
    return parse


def is_quote_open(tracker: DialogueStateTracker) -> bool:
    """The form asks, or something that a quote needs is known from before."""
    return tracker.active_loop_name == QUOTE_FORM or any(
        tracker.get_slot(name) is not None for name in _QUOTE_SLOTS
    )


def _asks_if_still_valid(text: str) -> bool:
    folded = fold(text)
    return len(_WORD.findall(folded)) <= _WORDS_AT_MOST and bool(_STILL_VALID.search(folded))


def _is_little_else(text: str, values: list[dict[str, Any]]) -> bool:
    """Nothing but the values themselves and words that add nothing to them."""
    for value in sorted(values, key=lambda entity: entity["start"], reverse=True):
        text = text[: value["start"]] + " " + text[value["end"] :]
    return all(word in _little_words() for word in _WORD.findall(fold(text)))


def _meaning(parse: dict[str, Any], intent: str) -> dict[str, Any]:
    return {**parse, "intent": {"name": intent, "confidence": 1.0}}


@cache
def _little_words() -> frozenset[str]:
    text = files("bot.engine").joinpath("context.yml").read_text(encoding="utf-8")
    return frozenset(word for words in yaml.safe_load(text).values() for word in words.split())
