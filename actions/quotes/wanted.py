"""The number of seats that a quote is for, and what it was counted up to."""

from __future__ import annotations

from dataclasses import dataclass

from actions.quotes.remark import Remark
from actions.quotes.wording import count

# One number, or two of which both are to be quoted, the smaller first.
Seats = int | tuple[int, int]


@dataclass(frozen=True)
class Wanted:
    """`seats` to add; `total` is what they make, where the customer said that instead."""

    seats: Seats | None = None
    total: int | None = None

    @property
    def before(self) -> int | None:
        """How many there are without the new ones, as far as both are known."""
        if self.total is None or not isinstance(self.seats, int):
            return None
        return self.total - self.seats


Heeded = tuple[Wanted, list[Remark]]


def up_to(total: int, there: int) -> Heeded:
    """What is missing to a total, where `there` is how many there are."""
    if total <= there:
        return Wanted(), [Remark("utter_seats_no_more", {"current": count(there, "seat")})]
    return Wanted(total - there, total), []
