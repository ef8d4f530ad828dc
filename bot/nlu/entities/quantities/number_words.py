"""Numbers in words: "twenty-five", « soixante et onze », septante, huitante, nonante."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from text_to_num import Token, find_numbers

# "o" is « oui », "the new ones" counts nothing, "thanks a million" neither.
_IDIOMS = {"o", "oh", "ones", "million", "millions"}
# Nor is "half a million" a million.
_NO_MILLION_AFTER = {"thanks", "thank", "you", "thx", "ty", "merci", "half", "quarter"}

_OTHER = {"en": "fr", "fr": "en"}


@dataclass(frozen=True)
class _Word(Token):
    word: str

    def text(self) -> str:
        return self.word


@dataclass(frozen=True)
class WordNumber:
    """`first` and `last` are half-open positions in the list of words."""

    first: int
    last: int
    value: int | str


def find(words: Sequence[str], language: str | None) -> list[WordNumber]:
    """Both languages are read, since messages mix them; the longer reading wins, then `language`.

    Ordinals are not counts and are left out. text2num reads « virgule » and "point" as decimals.
    """
    tokens = [_Word(word) for word in words]
    own = language if language and language in _OTHER else "en"
    readings = [
        WordNumber(first, found.end, _whole(found.value))
        for read_as in (own, _OTHER[own])
        for found in find_numbers(tokens, read_as, threshold=0.0)
        for first in [_start(words, found.start)]
        if not found.is_ordinal and not _is_idiom(words[first : found.end])
    ]
    taken: set[int] = set()
    kept = []
    for reading in sorted(readings, key=lambda r: r.first - r.last):
        positions = range(reading.first, reading.last)
        if taken.isdisjoint(positions):
            taken.update(positions)
            kept.append(reading)
    return kept


def _start(words: Sequence[str], start: int) -> int:
    """text2num reads « un million » whole, and "a million" without its article."""
    before = list(words[max(0, start - 2) : start])
    is_counted = (
        words[start] == "million" and before[-1:] == ["a"] and before[0] not in _NO_MILLION_AFTER
    )
    return start - 1 if is_counted else start


def _is_idiom(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in _IDIOMS


def _whole(value: float) -> int | str:
    if value != int(value):
        return f"{value:g}"
    return int(value) or "0"
