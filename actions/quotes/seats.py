"""How many seats a message asks for: a number, a total to reach, a change of the number before, or
two numbers to compare.
"""

from __future__ import annotations

from typing import Any, TypeGuard

from actions.cues import is_addition
from actions.heard import Entity, Heard
from actions.quotes.changes import changed
from actions.quotes.remark import Remark
from actions.quotes.wanted import Heeded, Seats, Wanted, up_to

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


def wanted_in(heard: Heard) -> Entity | None:
    """The number that counts: the last one that is not how many there are."""
    wanted = [entity for entity in heard.all("seats") if entity.role != "current"]
    return wanted[-1] if wanted else None


def heard_seats(kept: Wanted, heard: Heard, current: int | None, *, moved: bool = False) -> Heeded:
    """`current` is how many the subscription has, where that is known; `moved` where `kept` was
    for another subscription.

    A total that cannot be counted up to yet is kept until it can.
    """
    said = _said_to_have(heard)
    there = said or (None if moved else kept.before) or current
    entity = wanted_in(heard)
    if entity is None:
        counts_again = kept.seats is None or moved or said is not None
        if kept.total is not None and there is not None and counts_again:
            return up_to(kept.total, there)
        return kept, []
    if entity.role == "vague":
        compared = _compared(entity.value)
        return Wanted(compared), [] if compared else [Remark("utter_seats_vague")]
    if entity.role == "change":
        before = Wanted(kept.seats) if moved else kept
        return changed(before, entity.value, heard.text, there)
    if entity.role == "invalid" or not _is_count(entity.value):
        return Wanted(), [Remark("utter_seats_invalid")]
    if entity.role == "target":
        return up_to(entity.value, there) if there is not None else (Wanted(total=entity.value), [])
    if kept.before is not None and _is_bare(heard):
        return _after_a_total(kept, entity.value, there, moved=moved)
    return Wanted(entity.value), []


def _after_a_total(kept: Wanted, number: int, there: int | None, *, moved: bool) -> Heeded:
    """ "No, 22" after "to reach 20" is a total as well, "OK, 12" is what that has come to."""
    if number == kept.seats and not moved:
        return kept, []
    if there is not None and number > there:
        return up_to(number, there)
    return Wanted(number), []


def _is_bare(heard: Heard) -> bool:
    """Unlike "3 more" and "how much for 3"."""
    return heard.intent == "inform" and not is_addition(heard.text)


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
