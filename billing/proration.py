"""What seats added in mid-term cost until the renewal. Pure functions, exact arithmetic.

There is no industry rule; this one is ours and agrees with Kill Bill, Chargebee's day mode
and Zuora's "actual days": the seats pay for the days left out of the days of the current term.
The effective day is charged, the renewal day is not (it belongs to the next term). One
multiplication, then one half-up rounding per line to the currency's minor unit: rounding a
seat or a day first would drift with the number of seats.

Days are calendar dates in the subscription's time zone, so a day with 23 or 25 hours counts
as one. By the second, as Stripe does it, such a day counts for its real length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from billing.errors import BillingError, Code, invalid
from billing.money import round_half_up


class Unit(str, Enum):
    """What a term is counted in."""

    DAY = "day"
    SECOND = "second"


@dataclass(frozen=True)
class Share:
    """The part of a term still to come: `remaining` of `total` units."""

    unit: Unit
    remaining: int
    total: int

    @property
    def ratio(self) -> Fraction:
        """Clamped to [0, 1]: no count may charge more than the full price, or pay money back."""
        return min(max(Fraction(self.remaining, self.total), Fraction(0)), Fraction(1))


def share_by_days(start: date, renewal: date, effective: date) -> Share:
    """The days from `effective` (included) to `renewal` (not included), of those of the term.

    All three are dates in the subscription's time zone. Raises `effective-out-of-term` before
    the start, `nothing-to-prorate` on the renewal day and after it, `invalid-request` for a
    term that does not end after it starts.
    """
    _check(renewal > start, effective >= start, effective < renewal)
    return Share(Unit.DAY, (renewal - effective).days, (renewal - start).days)


def share_by_seconds(start: datetime, renewal: datetime, effective: datetime) -> Share:
    """As `share_by_days`, between three aware instants and to the whole second.

    A fraction of a second is dropped from each instant, as Stripe's integer timestamps do.
    """
    # Through UTC: subtracting two datetimes of one zone would ignore its changes of offset.
    start, renewal, effective = (
        at.astimezone(timezone.utc).replace(microsecond=0) for at in (start, renewal, effective)
    )
    _check(renewal > start, effective >= start, effective < renewal)
    second = timedelta(seconds=1)
    return Share(Unit.SECOND, (renewal - effective) // second, (renewal - start) // second)


def prorate(unit_price: Decimal, seats: int, share: Share, currency: str) -> Decimal:
    """What `seats` cost for `share` of the term, rounded once, half-up, to the minor unit.

    `unit_price` is one seat's price for the whole term in major units of `currency`, after any
    promotion. Raises `invalid-quantity` below one seat and `invalid-request` for an unknown
    currency or an amount beyond the contract's `Money`.
    """
    if seats < 1:
        raise BillingError(Code.INVALID_QUANTITY, "at least one seat", param="seats_to_add")
    return round_half_up(Fraction(unit_price) * seats * share.ratio, currency)


def _check(term_is_forward: bool, has_started: bool, has_time_left: bool) -> None:
    if not term_is_forward:
        raise invalid("term_end", "the term does not end after it starts")
    if not has_started:
        raise BillingError(
            Code.EFFECTIVE_OUT_OF_TERM, "before the term starts", param="effective_at"
        )
    if not has_time_left:
        raise BillingError(Code.NOTHING_TO_PRORATE, "on or after the renewal", param="effective_at")
