"""Two numbers that are one quantity: "2 or 3", « entre 4 et 6 », "2-3", and bounds: "at least 5"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.nlu.entities.phrases import Phrases
from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Quantity, Range
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_BEFORE = Phrases.grouped({"least": _WORDS["at_least"], "most": _WORDS["at_most"]})
_AFTER = Phrases.grouped({"least": _WORDS["or_more"], "most": _WORDS["or_less"]})

_LONGEST_BOUND = 4

_ALTERNATIVES = {"or", "ou", "-", "to", "a", "/"}
_BETWEEN = {"between": "and", "entre": "et"}
# "from 9 to 12" and « passer de 9 à 12 » are a change, « besoin de 9 à 12 » is a range.
_CHANGE = {"from", "de", "d", "going", "go", "passe", "passer", "passant", "monter"}
_STILL_RANGE = {"besoin", "autour", "quelque", "minimum", "ordre"}

Found = dict[int, tuple[int, Quantity]]
Numbers = Mapping[int, tuple[int, Quantity]]


def join(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found`, by position of the first piece, with pairs and bounds made into ranges."""
    words = [piece.text for piece in pieces]
    result: Found = {}
    position = 0
    for index in sorted(found):
        if index < position:
            continue
        first, length, quantity = _read(words, found, index)
        result[first] = (length, quantity)
        position = first + length
    return result


def _read(words: Sequence[str], found: Numbers, index: int) -> tuple[int, int, Quantity]:
    """First piece, number of pieces, and the quantity that begins with the number at `index`."""
    length, quantity = found[index]
    low = quantity.value
    if not isinstance(low, int):
        return index, length, quantity
    if _repeated_in_digits(words, found, index):
        return index, length + 3, quantity
    second = _second(words, found, index)
    if second is not None:
        end, other = second
        high = other.value
        if words[index + length] == "/" and not (low > 1 and high == low + 1):
            # "2/3 postes" is two or three, "1/2" a half.
            return index, end - index, Quantity(quantity.start, other.end, f"{low}/{high}")
        if isinstance(high, int) and low < high and _joins(words, index, end, low, high, found):
            first = index - 1 if _opening(words, index) else index
            return first, end - first, Quantity(quantity.start, other.end, Range(low, high))
    return _bounded(words, index, length, low, quantity)


def _repeated_in_digits(words: Sequence[str], found: Numbers, index: int) -> bool:
    """ "five (5) seats" is one number."""
    after = index + found[index][0]
    if [*words[after : after + 1], *words[after + 2 : after + 3]] != ["(", ")"]:
        return False
    return after + 1 in found and found[after + 1][1].value == found[index][1].value


def _second(words: Sequence[str], found: Numbers, index: int) -> tuple[int, Quantity] | None:
    """The number that follows, at once (« deux trois ») or after one word, and where it ends."""
    after = index + found[index][0]
    at_once = after in found and not words[index][0].isdigit()
    position = after if at_once else after + 1
    if position not in found:
        return None
    return position + found[position][0], found[position][1]


def _joins(words: Sequence[str], index: int, end: int, low: int, high: int, found: Numbers) -> bool:
    after = index + found[index][0]
    joiner = words[after]
    opening = _opening(words, index)
    if opening:
        return joiner in (opening, "a", "to", "-")
    if after in found:
        return high == low + 1
    goes_on = end < len(words) and words[end] == joiner
    return (
        joiner in _ALTERNATIVES and _close(low, high) and not goes_on and not _changes(words, index)
    )


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
    if side is None:
        return index, length, quantity
    bounds = Range(number, None) if side == "least" else Range(None, number)
    return index, length, replace(quantity, value=bounds)


def _side_before(words: Sequence[str], index: int) -> str | None:
    for start in range(max(0, index - _LONGEST_BOUND), index):
        before = _BEFORE.longest_at(words, start)
        if before and start + before[0] == index:
            return before[1]
    return None
