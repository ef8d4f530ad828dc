from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.errors import BillingError, Code
from billing.money import format_money, minor_unit_digits, parse_price, round_half_up


@pytest.mark.parametrize(("currency", "digits"), [("CAD", 2), ("JPY", 0), ("KWD", 3)])
def test_minor_units_are_cldrs(currency: str, digits: int) -> None:
    assert minor_unit_digits(currency) == digits


@pytest.mark.parametrize("currency", ["", "cad", "ZZZ", "CADX", "$", "ＣＡＤ"])
def test_unknown_currency_is_refused(currency: str) -> None:
    with pytest.raises(BillingError) as refusal:
        minor_unit_digits(currency)
    assert (refusal.value.code, refusal.value.param) == (Code.INVALID_REQUEST, "currency")


@pytest.mark.parametrize("text", ["0", "240", "10.005", "999999999999999.99", "0.0000123"])
def test_price_is_read_exactly(text: str) -> None:
    assert parse_price(text) == Decimal(text)


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", "1e3", "1,5", "1 000", ".5", "5.", "NaN", "1" * 16, "٣", "1\n"]
)
def test_price_takes_plain_digits_only(text: str) -> None:
    with pytest.raises(BillingError):
        parse_price(text)


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("5.015", "USD", "5.02"),
        ("5.0149", "USD", "5.01"),
        ("500.5", "JPY", "501"),
        ("15.0485", "KWD", "15.049"),
        ("0", "USD", "0.00"),
    ],
)
def test_ties_go_up_at_the_minor_unit(amount: str, currency: str, rounded: str) -> None:
    assert format_money(round_half_up(Fraction(amount), currency)) == rounded


def test_rounding_ignores_the_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 3
        rounded = round_half_up(Fraction("123456789012345.675"), "USD")
    assert format_money(rounded) == "123456789012345.68"


def test_amount_beyond_the_contract_is_refused() -> None:
    with pytest.raises(BillingError):
        round_half_up(Fraction(10**15), "USD")


@given(st.fractions(min_value=0, max_value=10**9))
def test_rounding_moves_by_half_a_minor_unit_at_most(amount: Fraction) -> None:
    assert abs(Fraction(round_half_up(amount, "EUR")) - amount) <= Fraction(1, 200)
