"""Subscription terms: how long each is, and when the current one starts and renews.

Terms run from one anniversary of the anchor to the next. An anchor on the 29th, 30th or 31st
falls on the last day of a shorter month and comes back in a longer one, because every
anniversary is counted from the anchor itself and not from the one before (Kill Bill's bill
cycle day works alike).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Term(str, Enum):
    """A billing term."""

    MONTH = "month"
    YEAR = "year"
    THREE_YEARS = "three_years"

    @property
    def months(self) -> int:
        return _MONTHS[self]


_MONTHS = {Term.MONTH: 1, Term.YEAR: 12, Term.THREE_YEARS: 36}


@dataclass(frozen=True)
class TermDates:
    """One term in local dates, half-open: `renewal` is the first day of the next term."""

    start: date
    renewal: date


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months, on the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def term_around(anchor: date, term: Term, day: date) -> TermDates:
    """The term that `day` lies in, of those that roll over from `anchor`.

    The anchor is the first day of the first term; a day before it gets the term that would
    have run then, so that a clock frozen in the past still has a catalogue of running terms.
    """
    elapsed = (day.year - anchor.year) * 12 + day.month - anchor.month
    count = elapsed // term.months
    if add_months(anchor, count * term.months) > day:
        count -= 1
    return TermDates(
        start=add_months(anchor, count * term.months),
        renewal=add_months(anchor, (count + 1) * term.months),
    )


def term_until(renewal: date, term: Term) -> TermDates:
    """The one term that ends at `renewal`. Raises ValueError if it would start before year 1."""
    return TermDates(start=add_months(renewal, -term.months), renewal=renewal)
