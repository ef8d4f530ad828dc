"""What Prorata asks of a billing system, whichever it is. Money is Decimal, major units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, Protocol

TaxStatus = Literal["included", "excluded", "not_applicable", "unknown"]
Term = Literal["month", "year", "years"]

# Codes that are not the contract's (billing/openapi.yaml) but ours.
SIGN_IN_REQUIRED = "sign-in-required"
NO_SUBSCRIPTION = "no-subscription"
NOT_ESTIMATED = "term-not-estimated"

# The same for the reasons why a subscription is not active, where the provider tells them apart.
NOT_ACTIVE = "subscription-not-active"
ENDED = "subscription-ended"
PAYMENT_LATE = "payment-late"
NOT_RENEWING = "not-renewing"

# The contract's code for no answer, or none that makes sense.
UNAVAILABLE = "upstream-unavailable"
RATE_LIMITED = "rate-limited"


@dataclass(frozen=True)
class Subscription:
    """`renews_on` is the day in the subscription's own time zone; `term` is None where the billing
    system counts in another unit or does not say.
    """

    id: str
    product_name: str
    currency: str
    seats: int
    renews_on: date
    term: Term | None = None


@dataclass(frozen=True)
class Product:
    """`currencies` are those it has a yearly price in (ISO 4217)."""

    id: str
    name: str
    currencies: frozenset[str]


@dataclass(frozen=True)
class Breakdown:
    """What an amount is made of: `unit_price` for a full term × seats × `remaining` / `total`.

    Both count `unit`s of the current term. `renewal_amount` is before tax, for `seats_after`.
    """

    unit_price: Decimal
    unit: str
    remaining: int
    total: int
    renewal_amount: Decimal


@dataclass(frozen=True)
class Quote:
    """An amount as the provider gave it: nothing here is recomputed.

    `id`, `subscription_id` and `expires_at` are None for an estimate, `breakdown` where the
    provider says the amount alone. `effective_at` is the instant that it was prorated from, to be
    sent again with the purchase; `expires_at` is in the subscription's ZoneInfo.
    """

    id: str | None
    subscription_id: str | None
    product_name: str
    currency: str
    seats: int
    seats_after: int
    due_now: Decimal
    breakdown: Breakdown | None
    effective_at: datetime
    renews_on: date
    expires_at: datetime | None
    tax_status: TaxStatus
    renews_soon: bool
    is_demo: bool


class QuoteError(Exception):
    """No amount. `code` is one of the contract's (billing/openapi.yaml) or of those above;
    `retry_after` is in seconds.
    """

    def __init__(self, code: str, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code, self.retry_after = code, retry_after


class QuoteProvider(Protocol):
    """Every method raises QuoteError and may block for as long as the client's budget.

    `account` is the verified identity of the customer, the provider's own customer id.
    """

    def subscriptions(self, account: str) -> list[Subscription]: ...

    def products(self) -> list[Product]: ...

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote: ...

    def estimate(self, product_id: str, seats: int, renews_on: date, currency: str) -> Quote: ...
