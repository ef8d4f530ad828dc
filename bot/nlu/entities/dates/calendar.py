"""Which day is meant when words leave part of it out. Nothing here reads text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

# A 29 February is at most eight years away (2096 → 2104).
_YEARS_AHEAD = 8


def existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_on_or_after(today: date, month: int, day: int) -> date | None:
    """The first such day from `today` on; None where no year has it (30 February)."""
    for year in range(today.year, today.year + _YEARS_AHEAD + 1):
        found = existing(year, month, day)
        if found and found >= today:
            return found
    return None


def next_day_of_month(today: date, day: int) -> date | None:
    """The next "17th" from `today` on."""
    for months in range(12):
        month = later(today.replace(day=1), months, "months")
        found = existing(month.year, month.month, day) if month else None
        if found and found >= today:
            return found
    return None


def next_weekday(today: date, weekday: int, *, after_today: bool) -> date | None:
    """`weekday` is 1 for Monday. With `after_today`, a week from now if that is what today is."""
    days = (weekday - today.isoweekday()) % 7
    return later(today, days or (7 if after_today else 0), "days")


def later(today: date, amount: int, unit: str) -> date | None:
    """`unit` is "days", "weeks", "months" or "years"; None beyond the year 9999."""
    step: dict[str, Any] = {unit: amount}
    try:
        moved: date = today + relativedelta(**step)
    except (ValueError, OverflowError):
        return None
    return moved


def day_at(edge: str, year: int, month: int) -> date | None:
    """The first, the fifteenth or the last day of a month, by `edge`: "start", "middle", "end"."""
    days = {"start": 1, "middle": 15, "end": monthrange(year, month)[1]}
    return existing(year, month, days[edge])


def next_edge(today: date, edge: str, month: int) -> date | None:
    this_year = day_at(edge, today.year, month)
    return this_year if this_year and this_year >= today else day_at(edge, today.year + 1, month)


def full_year(two_digits: int) -> int:
    return 2000 + two_digits
