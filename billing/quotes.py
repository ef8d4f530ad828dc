"""A quote: what adding seats to one subscription costs, held for a few minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from billing.charges import Charge, charge_seats
from billing.errors import invalid
from billing.instants import next_midnight
from billing.payloads import QuoteRequest
from billing.promotions import Promotion
from billing.proration import share_by_days
from billing.subscriptions import Subscription


@dataclass(frozen=True)
class Quote:
    """Valid until `expires_at`, not included; the seats would start at `effective_at`."""

    id: str
    created_at: datetime
    expires_at: datetime
    effective_at: datetime
    subscription: Subscription
    charge: Charge
    locale: str

    @property
    def seats_after(self) -> int:
        return self.subscription.seats + self.charge.seats


def make_quote(
    quote_id: str,
    subscription: Subscription,
    request: QuoteRequest,
    promotion: Promotion | None,
    now: datetime,
    lifetime: timedelta,
) -> Quote:
    """Quote `request` at `now` on `subscription`, which is as it is at `now`.

    Raises the subscription's own refusal, `effective-out-of-term` or `nothing-to-prorate` for
    an effective instant outside the current term, `invalid-request` (422) for a promotion that
    has ended.
    """
    subscription.check_accepts_seats()
    if promotion is not None and not promotion.is_running(now):
        raise invalid("promotion_code", "the promotion has ended", status=422)
    effective_at = request.effective_at or now
    zone, dates = subscription.zone, subscription.dates
    share = share_by_days(dates.start, dates.renewal, effective_at.astimezone(zone).date())
    return Quote(
        id=quote_id,
        created_at=now,
        # The amount changes with the local day, and ends with the term.
        expires_at=min(now + lifetime, next_midnight(now, zone), subscription.renews_at),
        effective_at=effective_at,
        subscription=subscription,
        charge=charge_seats(
            request.seats_to_add,
            subscription.currency,
            share,
            subscription.unit_price,
            promotion,
        ),
        locale=request.locale,
    )
