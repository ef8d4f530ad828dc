"""The days that words leave out."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.entities.dates import calendar


def test_the_next_29_february_may_be_eight_years_away():
    assert calendar.next_on_or_after(date(2096, 3, 1), 2, 29) == date(2104, 2, 29)


def test_a_day_that_no_year_has():
    assert calendar.next_on_or_after(date(2026, 9, 1), 2, 30) is None


def test_today_counts_as_the_next_one():
    assert calendar.next_on_or_after(date(2026, 9, 1), 9, 1) == date(2026, 9, 1)


def test_the_next_31st_skips_short_months():
    assert calendar.next_day_of_month(date(2026, 9, 1), 31) == date(2026, 10, 31)


def test_a_weekday_is_today_or_a_week_away():
    tuesday = date(2026, 9, 1)
    assert calendar.next_weekday(tuesday, 2, after_today=False) == tuesday
    assert calendar.next_weekday(tuesday, 2, after_today=True) == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [(1, "months", date(2026, 2, 28)), (1, "years", date(2027, 1, 31)), (9999, "years", None)],
)
def test_later(amount, unit, expected):
    assert calendar.later(date(2026, 1, 31), amount, unit) == expected


def test_an_edge_that_is_past_is_next_years():
    assert calendar.next_edge(date(2026, 9, 16), "middle", 9) == date(2027, 9, 15)
    assert calendar.next_edge(date(2026, 9, 15), "middle", 9) == date(2026, 9, 15)
