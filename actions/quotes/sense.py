"""Answers that make no sense are refused: better no price than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

from babel.numbers import get_currency_precision, is_currency

from actions.quotes.port import UNAVAILABLE, QuoteError

_Value = TypeVar("_Value")

# What the contract's Money can hold, and more than anyone's seats cost.
_TOO_MUCH = Decimal(10) ** 15

_CODE = re.compile(r"[A-Z]{3}")


class Nonsense(ValueError):
    """What the provider said cannot be true, or cannot be understood."""


def sensible(read: Callable[[], _Value]) -> _Value:
    """`read()`, or QuoteError `upstream-unavailable` where the answer has another shape than
    documented, or is Nonsense.
    """
    try:
        return read()
    except (LookupError, TypeError, ArithmeticError, AttributeError, ValueError, OSError):
        raise QuoteError(UNAVAILABLE) from None


def require(holds: bool, claim: str) -> None:
    if not holds:
        raise Nonsense(claim)


def known_currency(code: Any) -> str:
    """ISO 4217 in capitals; providers that send it in small letters are read as well."""
    upper = code.upper() if isinstance(code, str) else ""
    require(bool(_CODE.fullmatch(upper)) and is_currency(upper), "a known currency")
    return str(upper)


def exact(amount: Decimal, currency: str) -> Decimal:
    """`amount` with exactly the currency's decimals (CLDR), which is how it will be said.

    Nonsense for NaN, for 10^15 and more, and for fractions of the minor unit: nothing is rounded.
    """
    require(amount.is_finite() and abs(amount) < _TOO_MUCH, "an amount of money")
    in_minor_units = amount.quantize(minor_unit(currency))
    require(in_minor_units == amount, "whole minor units")
    return in_minor_units


def minor_unit(currency: str) -> Decimal:
    return Decimal(1).scaleb(-get_currency_precision(currency))


def whole(number: Any) -> int:
    """A JSON integer; `true` and 1.0 are none."""
    require(type(number) is int, "a whole number")
    return int(number)


def text(value: Any) -> str:
    require(isinstance(value, str) and bool(value), "a text")
    return str(value)


def total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def due_for_more_seats(amount: Decimal) -> Decimal:
    """Adding seats costs something: a credit or nothing at all is a mistake somewhere."""
    require(amount > 0, "seats that cost money")
    return amount
