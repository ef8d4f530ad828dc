"""Amounts of money: decimal strings outside, `Decimal` inside, whole minor units at the end.

Minor units per currency are CLDR's (`babel.numbers.get_currency_precision`): 2 for CAD,
0 for JPY, 3 for KWD.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from babel.numbers import get_currency_precision, is_currency

from billing.errors import invalid

MAX_DIGITS = 15
"""Digits before the decimal point, as in the contract's `Money`."""

_PRICE = re.compile(rf"[0-9]{{1,{MAX_DIGITS}}}(\.[0-9]{{1,20}})?")
_CODE = re.compile(r"[A-Z]{3}")


def minor_unit_digits(currency: str) -> int:
    """Decimals of an ISO 4217 currency. Raises `invalid-request` for an unknown code."""
    if not _CODE.fullmatch(currency) or not is_currency(currency):
        raise invalid("currency", "not an ISO 4217 currency code")
    return get_currency_precision(currency)


def parse_price(text: str) -> Decimal:
    """A price in major units, zero or more: plain digits, at most 20 decimals.

    Twenty decimals because per-unit prices may be finer than the minor unit (Chargebee's
    multi-decimal prices). Raises `invalid-request` for a sign, an exponent or separators.
    """
    if not _PRICE.fullmatch(text):
        raise invalid("unit_price", "not a plain decimal number")
    return Decimal(text)


def round_half_up(amount: Fraction, currency: str) -> Decimal:
    """An exact amount, zero or more, in whole minor units of `currency`, ties upwards.

    Done on integers, so neither floats nor the decimal context can change the result. The
    Decimal carries exactly the currency's decimals: 2235.62, 42115 (JPY), 15.049 (KWD).
    Raises `invalid-request` for an amount that the contract's `Money` cannot hold.
    """
    digits = minor_unit_digits(currency)
    minor_units = (amount * 10**digits + Fraction(1, 2)).__floor__()
    if minor_units >= 10 ** (MAX_DIGITS + digits):
        raise invalid("unit_price", "the amount is too large")
    return Decimal(f"{minor_units}E-{digits}")


def format_money(amount: Decimal) -> str:
    """The contract's `Money`: plain digits in major units, never an exponent."""
    return f"{amount:f}"
