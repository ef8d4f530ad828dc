from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from actions.quotes.port import QuoteError
from actions.quotes.sense import (
    Nonsense,
    due_for_more_seats,
    exact,
    known_currency,
    sensible,
    text,
    total,
    whole,
)


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("601.6", "CAD", "601.60"),
        ("42115", "JPY", "42115"),
        ("42115.00", "JPY", "42115"),
        ("15.049", "KWD", "15.049"),
        ("-0.01", "EUR", "-0.01"),
        ("999999999999999.99", "USD", "999999999999999.99"),
    ],
)
def test_amounts_get_their_currencys_decimals(amount: str, currency: str, said: str) -> None:
    assert str(exact(Decimal(amount), currency)) == said


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("NaN", "CAD"),
        ("sNaN", "CAD"),
        ("Infinity", "CAD"),
        ("1000000000000000", "CAD"),
        ("-1E+15", "CAD"),
        ("1E+999999", "CAD"),
        ("0.001", "CAD"),
        ("0.5", "JPY"),
        ("1E-999999", "CAD"),
    ],
)
def test_what_is_no_amount_or_would_be_rounded(amount: str, currency: str) -> None:
    with pytest.raises(QuoteError) as refused:
        sensible(lambda: exact(Decimal(amount), currency))
    assert refused.value.code == "upstream-unavailable"


def test_currencies() -> None:
    assert (known_currency("CAD"), known_currency("cad")) == ("CAD", "CAD")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        *((known_currency, value) for value in ("", "CA", "DOLLAR", "QQQ", "ÉUR", None, 7)),
        *((whole, value) for value in (1.0, True, "1", None, Decimal(1))),
        *((text, value) for value in ("", None, 7)),
        *((due_for_more_seats, Decimal(value)) for value in ("0", "-0.01")),
    ],
)
def test_nonsense(read: Callable[[Any], Any], value: Any) -> None:
    with pytest.raises(Nonsense):
        read(value)


def test_sense() -> None:
    assert whole(7) == 7
    assert text("Revit") == "Revit"
    assert due_for_more_seats(Decimal("0.01")) == Decimal("0.01")
    assert total([]) == 0
    assert total([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.3")


@pytest.mark.parametrize(
    "failure", [KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, OSError]
)
def test_another_shape_than_documented_is_no_answer(failure: type[Exception]) -> None:
    def read() -> None:
        raise failure

    with pytest.raises(QuoteError) as refused:
        sensible(read)
    assert refused.value.code == "upstream-unavailable"


def test_a_refusal_passes_through() -> None:
    def read() -> None:
        raise QuoteError("nothing-to-prorate")

    with pytest.raises(QuoteError) as refused:
        sensible(read)
    assert refused.value.code == "nothing-to-prorate"
