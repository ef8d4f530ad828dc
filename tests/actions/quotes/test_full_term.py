from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.quotes.full_term import full_term
from actions.quotes.port import Breakdown


def term(total: int, renews_on: date, unit: str = "day") -> str:
    return full_term(Breakdown(Decimal(100), unit, 1, total, Decimal(100)), renews_on)


@pytest.mark.parametrize(
    ("total", "renews_on", "name"),
    [
        (365, date(2027, 1, 15), "utter_term_year"),
        (366, date(2028, 3, 1), "utter_term_year"),
        (366, date(2028, 2, 29), "utter_term_year"),  # it began on the 28th
        (31, date(2026, 12, 9), "utter_term"),  # November has 30 days
        (30, date(2026, 12, 9), "utter_term_month"),
        (28, date(2027, 3, 1), "utter_term_month"),
        (28, date(2027, 2, 28), "utter_term_month"),  # it began on January 31
        (31, date(2027, 3, 31), "utter_term_month"),  # it began on February 28
        (1096, date(2028, 9, 1), "utter_term_three_years"),
        (1095, date(2027, 9, 1), "utter_term_three_years"),
        # Lengths that have no name here.
        (28, date(2027, 4, 28), "utter_term"),
        (14, date(2027, 1, 15), "utter_term"),
        (364, date(2027, 1, 15), "utter_term"),
        (92, date(2027, 1, 15), "utter_term"),
        (731, date(2027, 1, 15), "utter_term"),
        (10**9, date(2027, 1, 15), "utter_term"),
    ],
)
def test_a_term_is_named_where_the_calendar_is_sure(total: int, renews_on: date, name: str) -> None:
    assert term(total, renews_on) == name


def test_only_days_are_dated() -> None:
    assert term(365, date(2027, 1, 15), "second") == "utter_term"
