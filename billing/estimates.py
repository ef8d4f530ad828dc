"""An estimate: what adding seats would cost someone whose subscription is not known here.

It rests on what the person says (product, renewal date) and on today's catalogue, is stored
nowhere and binds nobody: it always carries the flag `estimate_only`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from billing.catalogue import Product
from billing.charges import Charge, charge_seats
from billing.errors import BillingError, Code
from billing.payloads import EstimateRequest
from billing.proration import share_by_days
from billing.terms import term_until


@dataclass(frozen=True)
class Estimate:
    created_at: datetime
    request: EstimateRequest
    product: Product
    charge: Charge


def make_estimate(request: EstimateRequest, product: Product, now: datetime) -> Estimate:
    """Estimate at `now`, for the term that ends on the renewal date.

    Raises `nothing-to-prorate` when the renewal is today, `effective-out-of-term` when it has
    passed or is more than one term ahead, `currency-mismatch` without a price.
    """
    unit_price = product.unit_price(request.currency, request.term)
    today = now.astimezone(request.zone).date()
    if request.renewal_date == today:
        raise BillingError(Code.NOTHING_TO_PRORATE, "the renewal is today", param="renewal_date")
    if request.renewal_date < today:
        raise _out_of_term("the renewal date has passed")
    dates = term_until(request.renewal_date, request.term)
    if today < dates.start:
        raise _out_of_term("the renewal is more than one term ahead")
    share = share_by_days(dates.start, dates.renewal, today)
    return Estimate(
        created_at=now,
        request=request,
        product=product,
        charge=charge_seats(request.seats_to_add, request.currency, share, unit_price),
    )


def _out_of_term(detail: str) -> BillingError:
    return BillingError(Code.EFFECTIVE_OUT_OF_TERM, detail, param="renewal_date")
