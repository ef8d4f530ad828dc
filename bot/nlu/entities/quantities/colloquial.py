"""What number words leave out: a dozen, « une couple », « une vingtaine », "a few"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity, Range
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_TWO_OR_THREE = Range(2, 3)
_UNKNOWN = Range(None, None)


def _values() -> dict[str, int | Range]:
    values: dict[str, int | Range] = dict.fromkeys(_WORDS["couple"], _TWO_OR_THREE)
    values.update(dict.fromkeys(_WORDS["unknown"], _UNKNOWN))
    for number, phrases in _WORDS["exact"].items():
        values.update(dict.fromkeys(phrases, number))
    for number, phrases in _WORDS["around"].items():
        values.update(dict.fromkeys(phrases, Range(number * 4 // 5, number * 6 // 5)))
    return values


ARTICLES = frozenset(_WORDS["articles"])
_OF_A = frozenset(_WORDS["of_a"])
_PHRASES = Phrases(_values())


def replace(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with these phrases put in, in place of the numbers inside them (« une » dizaine)."""
    words = [piece.text for piece in pieces]
    result = dict(found)
    index = 0
    while index < len(words):
        match = _PHRASES.longest_at(words, index)
        if match is None:
            index += 1
            continue
        length, value = match
        for position in range(index, index + length):
            result.pop(position, None)
        last = pieces[index + length - 1]
        result[index] = (length, Quantity(pieces[index].start, last.end, value))
        index += length
    return result


def take_articles(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with the "a" of "a hundred" made part of it, so that nobody reads it as « à »."""
    result: Found = {}
    for index, (length, quantity) in found.items():
        article = index > 0 and pieces[index - 1].text == "a" and pieces[index].text in _OF_A
        result[index - article] = length + article, quantity
    return result
