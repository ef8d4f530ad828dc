"""Promotions: a percentage or an amount off the unit price, taken off before proration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from billing.errors import BillingError, Code
from billing.money import round_half_up


class Discount(Protocol):
    """Something that lowers a unit price in major units of `currency`, never below zero."""

    def apply(self, unit_price: Decimal, currency: str) -> Decimal: ...


@dataclass(frozen=True)
class PercentOff:
    """`percent` of the price off, 0 to 100.

    The result is rounded half-up to the minor unit: it is a price that the customer is shown,
    and what is shown must reproduce the amount.
    """

    percent: Decimal

    def apply(self, unit_price: Decimal, currency: str) -> Decimal:
        kept = 1 - min(Fraction(self.percent) / 100, Fraction(1))
        return round_half_up(Fraction(unit_price) * kept, currency)


@dataclass(frozen=True)
class AmountOff:
    """A fixed amount off every seat's full-term price, in one currency only.

    Raises `currency-mismatch` for a price in another currency.
    """

    amount: Decimal
    currency: str

    def apply(self, unit_price: Decimal, currency: str) -> Decimal:
        if currency != self.currency:
            raise BillingError(Code.CURRENCY_MISMATCH, "the promotion is in another currency")
        return max(unit_price - self.amount, Decimal(0))


@dataclass(frozen=True)
class Promotion:
    """A promotion that a customer names by its code; it runs until `ends_at`, not included."""

    code: str
    label_en: str
    label_fr: str
    discount: Discount
    ends_at: datetime

    def is_running(self, now: datetime) -> bool:
        return now < self.ends_at

    def label(self, locale: str) -> str:
        return self.label_fr if locale == "fr" else self.label_en
