"""Two numbers that are one quantity: "2 or 3", « entre 4 et 6 », "2-3", and bounds: "at least 5"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity, Range, combined
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_BEFORE = Phrases.grouped({"least": _WORDS["at_least"], "most": _WORDS["at_most"]})
_AFTER = Phrases.grouped(
    {"least": _WORDS["or_more"], "most": _WORDS["or_less"], "about": _WORDS["or_about"]}
)

_LONGEST_BOUND = 4

_ALTERNATIVES = Phrases.grouped({"or": _WORDS["alternatives"]})
_BETWEEN = {"between": "and", "entre": "et"}
# "from 9 to 12" and « passer de 9 à 12 » are a change, « besoin de 9 à 12 » is a range.
_CHANGE = frozenset(_WORDS["change"])
_STILL_RANGE = frozenset(_WORDS["still_range"])


def join(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found`, by position of the first piece, with pairs and bounds made into ranges."""
    words = [piece.text for piece in pieces]
    return combined(found, partial(_read, words, found))


def _read(words: Sequence[str], found: Numbers, index: int) -> tuple[int, int, Quantity]:
    """First piece, number of pieces, and the quantity that begins with the number at `index`."""
    length, quantity = found[index]
    low = quantity.value
    if isinstance(low, Range):
        return index, length, quantity
    if _repeated_in_digits(words, found, index):
        return index, length + 3, quantity
    second = _second(words, found, index)
    if second is not None:
        joiner, end, other = second
        high = other.value
        if joiner == "/" and not _next_to_each_other(low, high):
            return _slashed(words, found, index, end)
        if (
            isinstance(low, int)
            and isinstance(high, int)
            and _joins(words, index, joiner, end, low, high)
        ):
            first = index - 1 if _opening(words, index) else index
            return first, end - first, Quantity(quantity.start, other.end, Range(low, high))
    if isinstance(low, str):
        return index, length, quantity
    return _bounded(words, index, length, low, quantity)


def _next_to_each_other(low: int | str, high: object) -> bool:
    return isinstance(low, int) and low > 1 and high == low + 1


def _slashed(
    words: Sequence[str], found: Numbers, index: int, end: int
) -> tuple[int, int, Quantity]:
    """ "1/2" is a half, and "1/2/3" nothing at all; "2/3 postes" is two or three."""
    while words[end : end + 1] == ["/"] and end + 1 in found:
        end += 1 + found[end + 1][0]
    parts = [found[i][1] for i in range(index, end) if i in found]
    value = "/".join(str(part.value) for part in parts)
    return index, end - index, Quantity(parts[0].start, parts[-1].end, value)


def _repeated_in_digits(words: Sequence[str], found: Numbers, index: int) -> bool:
    """ "five (5) seats" is one number."""
    after = index + found[index][0]
    if [*words[after : after + 1], *words[after + 2 : after + 3]] != ["(", ")"]:
        return False
    return after + 1 in found and found[after + 1][1].value == found[index][1].value


def _second(words: Sequence[str], found: Numbers, index: int) -> tuple[str, int, Quantity] | None:
    """What joins the number that follows, "" for nothing (« deux trois »), where it ends, and it."""
    after = index + found[index][0]
    if after >= len(words):
        return None
    between, _ = _ALTERNATIVES.longest_at(words, after) or (1, None)
    if after in found and not words[index][0].isdigit():
        between = 0
    position = after + between
    if position not in found:
        return None
    length, quantity = found[position]
    return " ".join(words[after:position]), position + length, quantity


def _joins(words: Sequence[str], index: int, joiner: str, end: int, low: int, high: int) -> bool:
    if low >= high:
        return False
    opening = _opening(words, index)
    if opening:
        return joiner in (opening, "a", "to", "-")
    if not joiner:
        return high == low + 1
    alternative = _ALTERNATIVES.longest_at(joiner.split(" "), 0)
    goes_on = end < len(words) and words[end] == joiner
    return bool(alternative) and _close(low, high) and not goes_on and not _changes(words, index)


def _opening(words: Sequence[str], index: int) -> str | None:
    """What joins the two numbers after "between", if that is what stands before them."""
    return _BETWEEN.get(words[index - 1]) if index else None


def _close(low: int, high: int) -> bool:
    """Near enough to be one guess at one number."""
    return high <= 2 * low + 3


def _changes(words: Sequence[str], index: int) -> bool:
    before = words[max(0, index - 2) : index]
    return bool(before) and before[-1] in _CHANGE and before[0] not in _STILL_RANGE


def _bounded(
    words: Sequence[str], index: int, length: int, number: int, quantity: Quantity
) -> tuple[int, int, Quantity]:
    end = index + length
    side = None
    after = _AFTER.longest_at(words, end) if end < len(words) else None
    if after:
        side, length = after[1], length + after[0]
    elif end < len(words) and words[end] == "+":
        side, length = "least", length + 1
    else:
        side = _side_before(words, index)
    if side in (None, "about"):
        return index, length, quantity
    bounds = Range(number, None) if side == "least" else Range(None, number)
    return index, length, replace(quantity, value=bounds)


def _side_before(words: Sequence[str], index: int) -> str | None:
    for start in range(max(0, index - _LONGEST_BOUND), index):
        before = _BEFORE.longest_at(words, start)
        if before and start + before[0] == index:
            return before[1]
    return None
