"""How long the full term is that a unit price buys, as a response's name.

The billing contract says how many days the term has; that they are a year is for the calendar to
say: a term of 28 days is a month in February and four weeks in March.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from actions.quotes.port import Breakdown

_UNNAMED = "utter_term"
_BY_MONTHS = {1: "utter_term_month", 12: "utter_term_year", 36: "utter_term_three_years"}
_LONGEST = 1096  # days of three years, one of them a leap year


def full_term(breakdown: Breakdown, renews_on: date) -> str:
    """`renews_on` is the day after the term's last."""
    if breakdown.unit != "day" or breakdown.total > _LONGEST:
        return _UNNAMED
    began = renews_on - timedelta(days=breakdown.total)
    months = 12 * (renews_on.year - began.year) + renews_on.month - began.month
    return _BY_MONTHS.get(months, _UNNAMED) if _same_day(began, renews_on) else _UNNAMED


def _same_day(one: date, other: date) -> bool:
    """The day of the month, or the last day of a month that does not have it."""
    return one.day == _clamped(other.day, one) or other.day == _clamped(one.day, other)


def _clamped(day: int, month: date) -> int:
    return min(day, monthrange(month.year, month.month)[1])
