from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.terms import Term, TermDates, add_months, term_around, term_until


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_end_on_the_last_day_there_is(day: date, months: int, moved: date) -> None:
    assert add_months(day, months) == moved


@pytest.mark.parametrize(
    ("today", "start", "renewal"),
    [
        (date(2026, 2, 27), date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 2, 28), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 3, 31), date(2026, 4, 30)),
    ],
)
def test_a_month_end_anchor_comes_back_after_a_short_month(
    today: date, start: date, renewal: date
) -> None:
    assert term_around(date(2023, 1, 31), Term.MONTH, today) == TermDates(start, renewal)


def test_a_leap_day_anchor() -> None:
    anchor = date(2024, 2, 29)
    in_between = term_around(anchor, Term.YEAR, date(2027, 6, 1))
    assert in_between == TermDates(date(2027, 2, 28), date(2028, 2, 29))


def test_three_years_are_one_term() -> None:
    dates = term_around(date(2022, 9, 1), Term.THREE_YEARS, date(2026, 9, 1))
    assert dates == TermDates(date(2025, 9, 1), date(2028, 9, 1))


def test_a_day_before_the_anchor_has_a_term_too() -> None:
    dates = term_around(date(2024, 1, 15), Term.YEAR, date(2020, 1, 14))
    assert dates == TermDates(date(2019, 1, 15), date(2020, 1, 15))


def test_the_term_that_ends_on_a_day() -> None:
    assert term_until(date(2026, 3, 31), Term.MONTH).start == date(2026, 2, 28)
    assert term_until(date(2028, 2, 29), Term.YEAR).start == date(2027, 2, 28)


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(days, st.sampled_from(Term), days)
def test_terms_hold_their_day_and_follow_one_another(anchor: date, term: Term, day: date) -> None:
    dates = term_around(anchor, term, day)
    assert dates.start <= day < dates.renewal
    assert term_around(anchor, term, dates.renewal).start == dates.renewal
    assert term_around(anchor, term, dates.start - timedelta(days=1)).renewal == dates.start
