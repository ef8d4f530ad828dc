"""How many, as far as the customer said it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """An end of None is open: "at least 3", "a few"."""

    minimum: int | None
    maximum: int | None


@dataclass(frozen=True)
class Quantity:
    """A `str` is a number that cannot be a count of seats: "0", "-3", "2.5".

    Offsets are in the folded text. An article (« un », "a") is a number only where a rule says so.
    """

    start: int
    end: int
    value: int | Range | str
    is_article: bool = False


# By position of the first piece: how many pieces the quantity takes, and the quantity.
Found = dict[int, tuple[int, Quantity]]
Numbers = Mapping[int, tuple[int, Quantity]]


def combined(found: Numbers, read: Callable[[int], tuple[int, int, Quantity]]) -> Found:
    """`found` with what `read` makes of each number that the one before has not taken in: the first
    piece, the number of pieces, and the quantity.
    """
    result: Found = {}
    position = 0
    for index in sorted(found):
        if index < position:
            continue
        first, length, quantity = read(index)
        result[first] = (length, quantity)
        position = first + length
    return result
