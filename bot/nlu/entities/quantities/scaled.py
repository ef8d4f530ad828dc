"""Digits times a word: "3 hundred", « 2 mille », "2 million", « 4 vingt »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.nlu.entities.lexicon import SEPARABLE
from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity, combined

_SCALES = {"hundred": 100, "thousand": 1000, "mille": 1000, "million": 10**6, "millions": 10**6}
# After digits it is mostly money, as "cents" is: « 3 cents postes » is none.
_HUNDRED, _HUNDREDS = 100, frozenset({"cent", "cents"})
# « 4 vingt », which is eighty; no other number multiplies by twenty.
_FOUR, _TWENTY, _TWENTIES = 4, 20, frozenset({"vingt", "vingts"})


def multiply(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with one number for each product, and for what is added to it: "2 thousand fifty"."""
    return combined(found, partial(_product, pieces, found))


def _product(pieces: Sequence[Piece], found: Numbers, index: int) -> tuple[int, int, Quantity]:
    length, quantity = found[index]
    times, scale = quantity.value, _scale(pieces, index, quantity.value)
    if scale is None or not isinstance(times, int):
        return index, length, quantity
    # "thanks a million" counts nothing: by itself the word is not among them.
    length, word = found.get(index + 1, (1, Quantity(0, pieces[index + 1].end, scale)))
    if not isinstance(word.value, int):
        return index, 1, quantity
    value, end = (times - 1) * scale + word.value, word.end
    added, rest = found.get(index + 1 + length, (0, None))
    if rest and isinstance(rest.value, int) and rest.value < scale:
        length, value, end = length + added, value + rest.value, rest.end
    return index, 1 + length, Quantity(quantity.start, end, value)


def _scale(pieces: Sequence[Piece], index: int, times: object) -> int | None:
    if pieces[index].kind != "numeral" or index + 1 >= len(pieces):
        return None
    word, *after = (piece.text for piece in pieces[index + 1 : index + 3])
    if word in _HUNDREDS:
        return None if SEPARABLE.isdisjoint(after) else _HUNDRED
    return _TWENTY if times == _FOUR and word in _TWENTIES else _SCALES.get(word)
