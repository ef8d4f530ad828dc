"""Halves, which no count of seats has: "half a seat", « un poste et demi », "2 1/2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_HALF, _AND_A_HALF = "0.5", "and a half"
_PHRASES = Phrases.grouped({_HALF: _WORDS["half"], _AND_A_HALF: _WORDS["and_a_half"]})
# "half" says nothing of a half seat in "half price" and "half the team".
_HALF_ALONE, _HALVED = frozenset(_WORDS["half_alone"]), frozenset(_WORDS["halved"])
# "one Revit seat and a half", « une licence AutoCAD et demie ».
_MOST_BETWEEN = 2
_ARTICLES = frozenset({"a", "an"})


def replace_halves(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with halves put in; a number that one belongs to becomes "1.5"."""
    words = [piece.text for piece in pieces]
    result = dict(found)
    position = 0
    for index in range(len(words)):
        length, kind = _half_at(words, index) if index >= position else (0, None)
        position = max(position, index + length)
        if kind == _HALF and not _counted(result, index, length):
            result[index] = length, _quantity(pieces, index, length, _HALF)
        elif kind == _AND_A_HALF and index + length - 1 not in found:
            _add_half(pieces, result, index, length)
        elif index in result:
            _add_fraction(pieces, result, index)
    return result


def _half_at(words: Sequence[str], index: int) -> tuple[int, str | None]:
    phrase = _PHRASES.longest_at(words, index)
    if phrase:
        return phrase
    alone = words[index] in _HALF_ALONE and words[index + 1 : index + 2]
    return (1, _HALF) if alone and alone[0] in _HALVED else (0, None)


def _quantity(pieces: Sequence[Piece], index: int, length: int, value: str) -> Quantity:
    return Quantity(pieces[index].start, pieces[index + length - 1].end, value)


def _counted(found: Numbers, index: int, length: int) -> bool:
    """ "a half dozen" is six, whatever the half."""
    inside = (found[i][1] for i in range(index, index + length) if i in found)
    return any(not quantity.is_article for quantity in inside)


def _add_half(pieces: Sequence[Piece], found: Found, index: int, length: int) -> None:
    """The half belongs to the number, or the English article, that stands shortly before it."""
    for start in range(index - 1, max(-1, index - _MOST_BETWEEN - 3), -1):
        taken, quantity = found.get(start, (1, None))
        if start + taken < index - _MOST_BETWEEN:
            return
        if quantity and isinstance(quantity.value, int):
            whole = taken if start + taken < index else taken + length
            found[start] = whole, _quantity(pieces, start, whole, f"{quantity.value}.5")
            return
        if pieces[start].text in _ARTICLES:
            found[start] = 1, _quantity(pieces, start, 1, "1.5")
            return


def _add_fraction(pieces: Sequence[Piece], found: Found, index: int) -> None:
    """ "2 1/2 seats" is one number."""
    taken, quantity = found[index]
    top, bottom = index + taken, index + taken + 2
    if not (top in found and bottom in found and pieces[top + 1].text == "/"):
        return
    above, below = found[top][1].value, found[bottom][1].value
    if isinstance(above, int) and isinstance(below, int) and above < below <= 4:
        value = f"{quantity.value} {above}/{below}"
        found[index] = taken + 3, replace(quantity, end=pieces[bottom].end, value=value)
        del found[top], found[bottom]
