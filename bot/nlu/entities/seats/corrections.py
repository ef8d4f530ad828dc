"""Numbers taken back in the same breath: "3 for AutoCAD, no wait 5", « 3 postes, euh, 4 ».

The number said last stands where the first one stood, so that the rules read it in those words:
in "bring it to 20, no, 25" it is a total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.entities.tokens import NUMBER, Token

_CORRECTION, _TAKEN_BACK = "CORRECTION", "FILLER"
# What stands between a correction and its number, besides words repeated from before the first one.
_BETWEEN = frozenset(
    {_CORRECTION, "FILLER", "GLUE", "LINK", "IS", "FOR", "BOUND", "THE", "PUNCT", "STOP", "MULT"}
)
# "actually 5 people", "no, 2 are unused": no count of seats, whatever it is said instead of.
_NOT_COUNTED = frozenset(
    {"X", "UNIT", "AN", "PERSON", "HIRE", "SUB", "CHOICE", "US", "PER", "MONEY"}
    | {"OF", "IS", "HAVE", "FREE", "SURPLUS"}
)
_RELATIVE = frozenset({"MORE", "ONTOP", "FEWER"})
_OWN_ROLE = _RELATIVE | {"TOTAL"}
_SEATS = frozenset({"SEAT", "POSTE"})


def settle(tokens: Sequence[Token]) -> list[Token]:
    """`tokens` with one number in place of several that correct one another."""
    row = list(tokens)
    if all(token.kind != _CORRECTION for token in row):
        return row
    standing: list[int] = []
    for position, token in enumerate(tokens):
        if token.quantity is None or _after(row, position) in _NOT_COUNTED:
            continue
        place = _corrected(row, standing, position)
        if place is None:
            standing.append(position)
        elif _has_own_role(row, standing, place, position):
            row[place] = replace(row[place], kind=_TAKEN_BACK, quantity=None)
            standing = [*(other for other in standing if other != place), position]
        else:
            row[place] = replace(token, kind=NUMBER)
            row[position] = replace(token, kind=_TAKEN_BACK, quantity=None)
    return row


def _corrected(row: Sequence[Token], standing: Sequence[int], position: int) -> int | None:
    """The place of the number that the one at `position` is said instead of, None for none."""
    repeated = _repeated(row, position)
    if repeated is None:
        return None
    for place in reversed(standing):
        more = _after(row, position) in _RELATIVE and _after(row, place) not in _RELATIVE
        if repeated <= _before(row, standing, place) and not more:
            return place
    return None


def _has_own_role(row: Sequence[Token], standing: Sequence[int], place: int, position: int) -> bool:
    """Whether the words around the later number say more than those around the earlier one."""
    after = _after(row, position)
    alone = _before(row, standing, place) <= _BETWEEN
    return bool(_repeated(row, position)) or after in _OWN_ROLE or (alone and after in _SEATS)


def _repeated(row: Sequence[Token], position: int) -> set[str] | None:
    """The classes of what is said again after a correction: "no wait, bring it to 25".

    None where no correction stands between the number at `position` and the one before it.
    """
    said: list[str] = []
    for token in reversed(row[:position]):
        if token.kind == _CORRECTION:
            return set(said) - _BETWEEN
        if token.quantity is not None:
            return None
        said.append(token.kind)
    return None


def _before(row: Sequence[Token], standing: Sequence[int], place: int) -> set[str]:
    """The classes of what was said since the number before the one at `place`."""
    start = max((other + 1 for other in standing if other < place), default=0)
    return {token.kind for token in row[start:place]}


def _after(row: Sequence[Token], position: int) -> str:
    return row[position + 1].kind if position + 1 < len(row) else ""
