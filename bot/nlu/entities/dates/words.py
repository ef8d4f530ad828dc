"""Month, weekday and day-of-month words of both languages, as regular expression pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.entities.resources import packaged

_WORDS = packaged("dates/words.yml")


def _numbered(*lists: list[str]) -> dict[str, int]:
    return {word: number for words in lists for number, word in enumerate(words, start=1)}


def _listed(by_number: dict[int, list[str]]) -> dict[str, int]:
    return {word: number for number, words in by_number.items() for word in words}


MONTHS = _numbered(*_WORDS["months"].values()) | _listed(_WORDS["misspelled_months"])
MONTH_ABBREVIATIONS = _listed(_WORDS["month_abbreviations"])
WEEKDAYS = _numbered(*_WORDS["weekdays"].values())
ORDINALS = _numbered(*_WORDS["ordinals"].values())
NUMBERS = _numbered(*_WORDS["cardinals"].values())


def any_of(words: Iterable[str]) -> str:
    """An alternation, longest word first; a space in a word also matches a hyphen."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first)


def number_of(word: str) -> int:
    """The number behind digits, "3rd", "third", "twenty-one"; 0 for "zero" and the like."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    words = re.sub(r"[\s-]+", " ", word)
    return NUMBERS.get(words) or ORDINALS.get(words) or 0


MONTH = any_of(MONTHS)
MONTH_OR_ABBREVIATION = rf"(?:{MONTH}|(?:{any_of(MONTH_ABBREVIATIONS)})\b\.?)"
WEEKDAY = any_of(WEEKDAYS)
DAY = rf"(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th|er|re|eme|ieme|e)\b)?|(?:{any_of(NUMBERS | ORDINALS)})\b)"


def month_of(word: str) -> int:
    bare = word.rstrip(".")
    return MONTHS.get(bare) or MONTH_ABBREVIATIONS[bare]
