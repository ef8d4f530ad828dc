"""Subscriptions: what an account holds, and which term of it is running."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import Select

from billing.errors import BillingError, Code
from billing.instants import local_midnight
from billing.tables import prices, products, subscriptions
from billing.terms import Term, TermDates, term_around, term_until


class Status(str, Enum):
    ACTIVE = "active"
    TRIALING = "trialing"
    PAST_DUE = "past_due"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


REFUSALS = {
    Status.TRIALING: Code.SUBSCRIPTION_IN_TRIAL,
    Status.PAST_DUE: Code.SUBSCRIPTION_NOT_ACTIVE,
    Status.CANCELLED: Code.SUBSCRIPTION_NOT_ACTIVE,
    Status.EXPIRED: Code.SUBSCRIPTION_EXPIRED,
}


@dataclass(frozen=True)
class Subscription:
    """A subscription as it is at one moment: `dates` is the term that runs then (or the last
    one that ran), in local dates of `zone`; `unit_price` is one seat's for the full term."""

    id: str
    product_id: str
    product_name: str
    currency: str
    term: Term
    unit_price: Decimal
    seats: int
    zone: ZoneInfo
    status: Status
    auto_renew: bool
    self_service: bool
    dates: TermDates

    @property
    def term_start(self) -> datetime:
        return local_midnight(self.dates.start, self.zone)

    @property
    def renews_at(self) -> datetime:
        return local_midnight(self.dates.renewal, self.zone)

    def check_accepts_seats(self) -> None:
        """Raise the contract's reason why seats cannot be added online, if there is one.

        One that is set not to renew counts as not active: seats are only added to
        subscriptions with automatic renewal.
        """
        if self.status in REFUSALS:
            raise BillingError(REFUSALS[self.status], f"the status is {self.status.value}")
        if not self.self_service:
            raise BillingError(Code.NOT_SELF_SERVICE, "not bought online")
        if not self.auto_renew:
            raise BillingError(Code.SUBSCRIPTION_NOT_ACTIVE, "set not to renew")


def list_subscriptions(db: Connection, account_id: str, now: datetime) -> list[Subscription]:
    """The account's subscriptions in the order they were made; none for an unknown account."""
    return [_subscription(row, now) for row in db.execute(_of_account(account_id))]


def get_subscription(
    db: Connection, account_id: str, subscription_id: str, now: datetime
) -> Subscription:
    """Raises `subscription-not-found`, for another account's subscription too."""
    query = _of_account(account_id).where(subscriptions.c.id == subscription_id)
    row = db.execute(query).one_or_none()
    if row is None:
        raise BillingError(
            Code.SUBSCRIPTION_NOT_FOUND, "unknown to this account", param="subscription_id"
        )
    return _subscription(row, now)


def _of_account(account_id: str) -> Select:
    return (
        select(subscriptions, prices.c.unit_price, products.c.name.label("product_name"))
        .select_from(subscriptions)
        .join(prices)
        .join(products, products.c.id == prices.c.product_id)
        .where(subscriptions.c.account_id == account_id)
        .order_by(subscriptions.c.anchor, subscriptions.c.id)
    )


def _subscription(row: Row, now: datetime) -> Subscription:
    zone = ZoneInfo(row.timezone)
    return Subscription(
        id=row.id,
        product_id=row.product_id,
        product_name=row.product_name,
        currency=row.currency,
        term=Term(row.term),
        unit_price=row.unit_price,
        seats=row.seats,
        zone=zone,
        status=Status(row.status),
        auto_renew=row.auto_renew,
        self_service=row.self_service,
        dates=_dates(row, now.astimezone(zone).date()),
    )


def _dates(row: Row, today: date) -> TermDates:
    """Derived, not stored, so that a running subscription rolls over by itself."""
    term = Term(row.term)
    if row.renews_in_days is not None:
        return term_until(today + timedelta(days=row.renews_in_days), term)
    if row.ended_on is not None:
        today = min(today, row.ended_on - timedelta(days=1))
    return term_around(row.anchor, term, today)
