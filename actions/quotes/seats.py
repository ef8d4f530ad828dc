"""How many seats a message asks for: a number, a total to reach, or two numbers to compare."""

from __future__ import annotations

from typing import Any, TypeGuard

from actions.heard import Entity, Heard
from actions.quotes.remark import Remark

# One number, or two of which both are to be quoted, the smaller first.
Seats = int | tuple[int, int]

# More than this is priced by a person (the hand-over rules of the source page's sales team).
SEATS_AT_MOST = 200


def seats_of(slot: Any) -> Seats | None:
    """The slot's value, which has been JSON meanwhile."""
    if isinstance(slot, int):
        return slot
    if isinstance(slot, list | tuple) and len(slot) == 2:
        return int(slot[0]), int(slot[1])
    return None


def too_many(seats: Seats | None) -> int | None:
    """The number that a person should price, None where there is none."""
    most = max(seats) if isinstance(seats, tuple) else seats
    return most if most is not None and most > SEATS_AT_MOST else None


def heard_seats(
    kept: Seats | None, heard: Heard, current: int | None
) -> tuple[Seats | None, list[Remark]]:
    """`current` is how many the subscription has, where that is known."""
    wanted = [entity for entity in heard.all("seats") if entity.role != "current"]
    if not wanted:
        return kept, []
    entity = wanted[-1]
    if entity.role == "vague":
        compared = _compared(entity.value)
        return compared, [] if compared else [Remark("utter_seats_vague")]
    if entity.role == "invalid" or not _is_count(entity.value):
        return None, [Remark("utter_seats_invalid")]
    if entity.role == "target":
        return _difference(entity.value, _said_to_have(heard) or current)
    return entity.value, []


def _compared(value: Any) -> tuple[int, int] | None:
    """ "3 or 5", "between 3 and 5": what both would cost says more than another question."""
    if not isinstance(value, dict):
        return None
    least, most = value.get("min"), value.get("max")
    if not _is_count(least) or not _is_count(most):
        return None
    return (least, most) if least < most else None


def _is_count(value: Any) -> TypeGuard[int]:
    return type(value) is int and value >= 1


def _said_to_have(heard: Heard) -> int | None:
    known: list[Entity] = [entity for entity in heard.all("seats") if entity.role == "current"]
    return known[-1].value if known and isinstance(known[-1].value, int) else None


def _difference(target: int, current: int | None) -> tuple[int | None, list[Remark]]:
    if current is None:
        return None, [Remark("utter_seats_from_how_many")]
    if target <= current:
        counted = {"type": "count", "unit": "seat", "number": current}
        return None, [Remark("utter_seats_no_more", {"current": counted})]
    return target - current, []
