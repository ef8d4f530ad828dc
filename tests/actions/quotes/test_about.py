"""What is said of a quote afterwards, from the values that it was given with."""

from __future__ import annotations

from typing import Any

import pytest

from actions.quotes.about import calculation, in_currency, period, tax, validity


def money(amount: str) -> dict[str, str]:
    return {"type": "money", "amount": amount, "currency": "CAD"}


def days(number: int, unit: str = "day") -> dict[str, Any]:
    return {"type": "count", "unit": unit, "number": number}


def quote(**changed: Any) -> dict[str, Any]:
    """3 seats of 2,000.00 a year for 54 days of 365; None takes a value out."""
    values = {
        "due_now": money("887.67"),
        "seats": {"type": "count", "unit": "seat", "number": 3},
        "tax": {"type": "response", "name": "utter_tax_excluded", "values": {}},
        "renewal_date": {"type": "date", "date": "2027-01-15"},
        "unit_price": money("2000.00"),
        "remaining": days(54),
        "total": days(365),
        "term": {"type": "response", "name": "utter_term_year", "values": {}},
        **changed,
    }
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize("status", ["included", "excluded", "not_applicable", "unknown"])
def test_its_tax(status: str) -> None:
    named = {"type": "response", "name": f"utter_tax_{status}", "values": {}}
    assert tax(quote(tax=named)) == status


def test_its_currency_is_named_in_full() -> None:
    remark = in_currency(quote())
    assert remark.response == "utter_about_currency"
    assert remark.values == {"currency": {"type": "currency", "code": "CAD", "initial": False}}


def test_a_calculation_counts_back_from_the_renewal() -> None:
    remark = calculation(quote())
    assert remark.response == "utter_calculation"
    assert remark.values["first_day"] == {"type": "date", "date": "2026-11-22"}
    assert remark.values["days"] == days(54)
    assert remark.values["due_now"] == money("887.67")


@pytest.mark.parametrize("due", ["887.66", "1020.82"])
def test_an_amount_that_is_not_the_bare_share_is_not_said_to_be(due: str) -> None:
    assert calculation(quote(due_now=money(due))).response == "utter_calculation_about"


@pytest.mark.parametrize("changed", [{"total": None}, {"total": days(31_536_000, "second")}])
def test_arithmetic_that_is_not_told_is_not_made_up(changed: dict[str, Any]) -> None:
    values = quote(**changed)
    assert calculation(values).response == "utter_calculation_live"
    assert period(values).response == "utter_period_live"


@pytest.mark.parametrize(
    ("term", "every"),
    [
        ("utter_term_month", "utter_every_month"),
        ("utter_term_year", "utter_every_year"),
        ("utter_term_three_years", "utter_every_three_years"),
        ("utter_term", "utter_every_term"),
    ],
)
def test_what_comes_at_each_renewal(term: str, every: str) -> None:
    remark = period(quote(term={"type": "response", "name": term, "values": {}}))
    assert (remark.response, remark.values["term"]["name"]) == ("utter_period", every)


def test_only_a_quote_holds_for_a_while() -> None:
    assert validity(quote(valid_until={"type": "time"})).response == "utter_validity"
    assert validity(quote()).response == "utter_validity_estimate"
