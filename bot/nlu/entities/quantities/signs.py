"""Words that make a number something else than a count: minus, a decimal point, per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.entities.pieces import Piece
from bot.nlu.entities.quantities.quantity import Found, Numbers, Quantity
from bot.nlu.entities.resources import packaged

_WORDS = packaged("quantities/colloquial.yml")
_MINUS = frozenset(_WORDS["minus"])
# « au moins deux », « à moins » bound or reduce; "ten minus two" is arithmetic.
_NOT_MINUS_AFTER = frozenset(_WORDS["not_minus_after"])
_POINT = frozenset(_WORDS["decimal_point"])


def apply_signs(pieces: Sequence[Piece], found: Numbers) -> Found:
    """`found` with numbers that a sign belongs to made one; « pour cent » counts nothing."""
    words = [piece.text for piece in pieces]
    result: Found = {}
    position = 0
    for index in sorted(found):
        if index < position or _is_per_cent(words, result, index):
            continue
        length, quantity = _with_decimals(words, found, index)
        position = index + length
        if _is_negative(words, result, index):
            signed = replace(quantity, start=pieces[index - 1].start, value=f"-{quantity.value}")
            result[index - 1] = length + 1, signed
        else:
            result[index] = length, quantity
    return result


def _with_decimals(words: Sequence[str], found: Numbers, index: int) -> tuple[int, Quantity]:
    """ "two point five", « deux virgule cinq »."""
    length, quantity = found[index]
    after = index + length + 1
    splits_fraction = words[after + 1 : after + 2] == ["/"]
    if after not in found or words[after - 1] not in _POINT or splits_fraction:
        return length, quantity
    decimals_length, decimals = found[after]
    value = f"{quantity.value}.{decimals.value}"
    return length + 1 + decimals_length, Quantity(quantity.start, decimals.end, value)


def _is_negative(words: Sequence[str], before: Numbers, index: int) -> bool:
    if index == 0 or words[index - 1] not in _MINUS:
        return False
    return not _follows_number(before, index - 1) and (
        index == 1 or words[index - 2] not in _NOT_MINUS_AFTER
    )


def _is_per_cent(words: Sequence[str], before: Numbers, index: int) -> bool:
    """« quinze pour cent », but « un prix pour cent licences »."""
    spelled = words[max(0, index - 1) : index + 1] == ["pour", "cent"]
    return spelled and _follows_number(before, index - 1)


def _follows_number(before: Numbers, index: int) -> bool:
    return any(start + length == index for start, (length, _) in before.items())
