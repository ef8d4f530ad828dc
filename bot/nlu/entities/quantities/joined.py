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

_ALTERNATIVES = {"or", "ou", "-", "to", "a", "/"}
_BETWEEN = {"between": "and", "entre": "et"}
# "from 9 to 12" and « passer de 9 à 12 » are a change, « besoin de 9 à 12 » is a range.
_CHANGE = {"from", "de", "d", "going", "go", "passe", "passer", "passant", "monter"}
_STILL_RANGE = {"besoin", "autour", "quelque", "minimum", "ordre"}

Found = dict[int, tuple[int, Quantity]]


def join(pieces: Sequence[Piece], found: Mapping[int, tuple[int, Quantity]]) -> Found:
    words = [piece.text for piece in pieces]
    result: Found = {}
    position = 0
    for index in sorted(found):
        if index < position:
            continue
        first, length, quantity = _longest(words, found, index)
        result[first] = (length, quantity)
        position = first + length
    return result


def _longest(
    words: Sequence[str], found: Mapping[int, tuple[int, Quantity]], index: int
) -> tuple[int, int, Quantity]:
    length, quantity = found[index]
    if isinstance(quantity.value, int):
        other = _second(words, found, index)
        if other is not None:
            end, range_ = other
            start = index - 1 if index and words[index - 1] in _BETWEEN else index
            return start, end - start, range_
        return _bounded(words, index, length, quantity)
    return index, length, quantity


def _second(
    words: Sequence[str], found: Mapping[int, tuple[int, Quantity]], index: int
) -> tuple[int, Quantity] | None:
    """The end of the second number, and both as a range."""
    length, low = found[index]
    after = index + length
    before = words[index - 1] if index else ""
    if after >= len(words) or not isinstance(low.value, int):
        return None
    joiner = words[after]
    adjacent = after in found and not words[index][0].isdigit()
    second = after if adjacent else after + 1
    if second not in found or not isinstance(found[second][1].value, int):
        return None
    high = found[second][1].value
    end = second + found[second][0]
    between = _BETWEEN.get(before)
    if between:
        joins = joiner in (between, "a", "to", "-")
    elif adjacent:
        joins = high == low.value + 1
    else:
        joins = (
            joiner in _ALTERNATIVES
            and (joiner != "/" or (low.value > 1 and high == low.value + 1))
            and _close(low.value, high)
            and not _is_change(words, index)
            and not (end < len(words) and words[end] == joiner)
        )
    if not joins or high <= low.value:
        return None
    return end, Quantity(low.start, found[second][1].end, Range(low.value, high))


def _close(low: int, high: int) -> bool:
    """Near enough to be one guess at one number."""
    return high <= 2 * low + 3


def _is_change(words: Sequence[str], index: int) -> bool:
    before = words[max(0, index - 2) : index]
    return bool(before) and before[-1] in _CHANGE and before[0] not in _STILL_RANGE


def _bounded(
    words: Sequence[str], index: int, length: int, quantity: Quantity
) -> tuple[int, int, Quantity]:
    end = index + length
    side = None
    if end < len(words):
        after = _AFTER.longest_at(words, end)
        if after:
            side, length = after[1], length + after[0]
        elif words[end] == "+":
            side, length = "least", length + 1
    if side is None:
        for start in range(max(0, index - 4), index):
            before = _BEFORE.longest_at(words, start)
            if before and start + before[0] == index:
                side = before[1]
                break
    if side is None or not isinstance(quantity.value, int):
        return index, length, quantity
    bounds = Range(quantity.value, None) if side == "least" else Range(None, quantity.value)
    return index, length, replace(quantity, value=bounds)
