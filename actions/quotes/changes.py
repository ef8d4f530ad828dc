"""A number of seats in relation to the one before: "double it", "one less", "3 more on top"."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from actions.cues import is_of_all_seats
from actions.quotes.remark import Remark
from actions.quotes.wanted import Heeded, Wanted, up_to


def changed(kept: Wanted, change: Any, text: str, there: int | None) -> Heeded:
    """`change` is `{"plus": 3}` or `{"times": "0.5"}`; `there` is how many the subscription has.

    Where there is no number to relate to, none comes out: the form asks for it.
    """
    plus, times = _read(change)
    of_all = not isinstance(kept.seats, int) or is_of_all_seats(text)
    if times is not None and there is not None and of_all:
        total = there * times
        return up_to(int(total), there) if _is_whole(total) else _not_whole()
    if not isinstance(kept.seats, int):
        # "3 more on top" of what there is: an addition like any other.
        return (Wanted(plus) if plus > 0 and kept.seats is None else Wanted()), []
    number = kept.seats * times if times is not None else Decimal(kept.seats + plus)
    if not _is_whole(number):
        return _not_whole()
    if number < 1:
        return Wanted(), [Remark("utter_seats_fewest")]
    before = kept.before
    return Wanted(int(number), None if before is None else before + int(number)), []


def _read(change: Any) -> tuple[int, Decimal | None]:
    """As `plus` and `times`; nothing at all where it is neither."""
    given = change if isinstance(change, dict) else {}
    plus = given.get("plus")
    try:
        times = Decimal(given["times"]) if isinstance(given.get("times"), str) else None
    except InvalidOperation:
        times = None
    return (plus if type(plus) is int else 0), times


def _is_whole(number: Decimal) -> bool:
    return number.is_finite() and number == number.to_integral_value()


def _not_whole() -> Heeded:
    return Wanted(), [Remark("utter_seats_not_whole")]
