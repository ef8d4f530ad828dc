"""Numbers that the customer adds up in writing: "3 + 2 seats", « 3 plus 2 »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity, combined
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_PLUS, _MORE = frozenset(_WORDS["plus"]), frozenset(_WORDS["more"])


def add_up(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with one number for each sum."""
    words = [piece.text for piece in pieces]
    return combined(found, partial(_sum, words, found))


def _sum(words: Sequence[str], found: Numbers, index: int) -> tuple[int, int, Quantity]:
    """Of the number at `index` and all that are added to it."""
    length, quantity = found[index]
    while (plus := _plus(words, found, index + length, quantity)) is not None:
        added, quantity = plus
        length += 1 + added
    return index, length, quantity


def _plus(
    words: Sequence[str], found: Numbers, sign: int, augend: Quantity
) -> tuple[int, Quantity] | None:
    """How many pieces the second number takes, and the sum; None where nothing is added."""
    if sign + 1 not in found or words[sign] not in _PLUS:
        return None
    length, addend = found[sign + 1]
    follows = words[sign + 1 + length : sign + 2 + length]
    if augend.is_article or addend.is_article or not _MORE.isdisjoint(follows):
        return None
    if not isinstance(augend.value, int) or not isinstance(addend.value, int):
        return None
    return length, Quantity(augend.start, addend.end, augend.value + addend.value)
