"""Product names that are also somebody's name or trade, read in a sentence about a person."""

from __future__ import annotations

import re

from bot.nlu.entities.resources import packaged

_WORDS = packaged("people.yml")


def _any(phrases: list[str]) -> str:
    return "|".join(phrase.replace(" ", r"\s+") for phrase in phrases)


_OF_A_TEAM = rf"\s*,?\s*(?:{_any(_WORDS['of'])})\s*(?:{_any(_WORDS['determiners'])})?(?:{_any(_WORDS['teams'])})"
_FIRST_NAME_BEFORE = re.compile(rf"(?<!\w)(?:{_any(_WORDS['before_a_name'])})\s+$")
_FIRST_NAME_AFTER = re.compile(rf"(?:\s+(?:{_any(_WORDS['after_a_name'])})|{_OF_A_TEAM})(?!\w)")
_GREETED = re.compile(rf"(?<!\w)(?:{_any(_WORDS['greetings'])})\s+$")
_NOTHING_AFTER = re.compile(r"\s*(?:$|[,.!?;\n])")
_TRADE_BEFORE = re.compile(rf"(?<!\w)(?:{_any(_WORDS['before_a_trade'])})\s*$")
_TRADE_AFTER = re.compile(rf"\s+(?:{_any(_WORDS['after_a_trade'])})(?!\w)")
_NAMES, _TRADES = frozenset(_WORDS["names"]), frozenset(_WORDS["trades"])
_SEATS = _any(packaged("products.yml")["product_after"])
_SEATS_BEFORE = re.compile(rf"(?<!\w)(?:{_SEATS})\s+$")
_SEATS_AFTER = re.compile(rf"\s+(?:{_SEATS})(?!\w)")
# As far back as the longest phrase of people.yml reaches.
_LOOK_BACK = 30


def is_person(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a person: "Maya from accounting", "he was an inventor"."""
    word = text[start:end]
    if word not in _NAMES | _TRADES or _SEATS_AFTER.match(text, end):
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if _SEATS_BEFORE.search(before):
        return False
    if word in _TRADES:
        return bool(_TRADE_BEFORE.search(before) or _TRADE_AFTER.match(text, end))
    greeted = _GREETED.search(before) and _NOTHING_AFTER.match(text, end)
    return bool(greeted or _FIRST_NAME_BEFORE.search(before) or _FIRST_NAME_AFTER.match(text, end))
