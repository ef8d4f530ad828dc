"""What the adapters of live billing systems share: the quote around an amount, and its limits.

The amount is the provider's and nothing of it is recomputed. What a provider does not say is not
made up either: there is no breakdown, and without a catalogue no estimate.
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from actions.clock import Clock
from actions.quotes.port import (
    SIGN_IN_REQUIRED,
    Product,
    Quote,
    QuoteError,
    Subscription,
    TaxStatus,
)

# As the embedded service's (billing/quotes.py, billing/charges.py).
_LIFETIME = timedelta(minutes=15)
_SOON = timedelta(days=14)


@dataclass(frozen=True)
class Setting:
    """`zone` is where renewal days are told; live providers send instants."""

    clock: Clock
    zone: ZoneInfo

    def day(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def now(self) -> datetime:
        """To the second, as providers count."""
        return self.clock().astimezone(timezone.utc).replace(microsecond=0)


@dataclass(frozen=True)
class Due:
    """What the provider wants for the seats; `effective_at` is what it prorated from."""

    amount: Decimal
    tax_status: TaxStatus
    effective_at: datetime


class WithoutCatalogue:
    """A provider that knows what its customers have, and no price list for anyone else."""

    def products(self) -> list[Product]:
        raise QuoteError(SIGN_IN_REQUIRED)

    def estimate(self, product_id: str, seats: int, renews_on: date, currency: str) -> Quote:
        raise QuoteError(SIGN_IN_REQUIRED)


def live_quote(
    subscription: Subscription,
    seats: int,
    due: Due,
    renews_at: datetime,
    setting: Setting,
    *,
    is_demo: bool,
) -> Quote:
    """Valid for a quarter of an hour, within the local day and the term."""
    here = due.effective_at.astimezone(setting.zone)
    midnight = datetime.combine(here.date() + timedelta(days=1), time(), setting.zone)
    expires_at = min(due.effective_at + _LIFETIME, midnight, renews_at)
    return Quote(
        id=f"q_{uuid.uuid4().hex}",
        subscription_id=subscription.id,
        product_name=subscription.product_name,
        currency=subscription.currency,
        seats=seats,
        seats_after=subscription.seats + seats,
        due_now=due.amount,
        breakdown=None,
        effective_at=due.effective_at,
        renews_on=subscription.renews_on,
        expires_at=expires_at.astimezone(setting.zone),
        tax_status=due.tax_status,
        renews_soon=subscription.renews_on - here.date() <= _SOON,
        is_demo=is_demo,
    )


def basic(key: str) -> str:
    """The Authorization of an API key that is a user name without a password (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{key}:".encode()).decode()
