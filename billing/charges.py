"""The charge for added seats: its lines, its amounts, and what is worth flagging about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from billing.promotions import Promotion
from billing.proration import Share, prorate

SOON = timedelta(days=14)

MINIMUM_CHARGES = {
    "CAD": Decimal("0.50"),
    "EUR": Decimal("0.50"),
    "GBP": Decimal("0.30"),
    "USD": Decimal("0.50"),
}
"""The least that card processors charge (Stripe's table; docs.stripe.com/currencies).

A smaller amount is quoted as it is and flagged, never raised.
"""


@dataclass(frozen=True)
class Charge:
    """What `seats` cost for `share` of the term, before tax, in major units of `currency`.

    `subtotal` is the prorated list price and `due` the prorated price after the promotion;
    each was rounded once. The discount is what lies between them and not rounded by itself,
    so that the lines add up to an amount that `unit_price` reproduces.
    """

    seats: int
    currency: str
    share: Share
    list_unit_price: Decimal
    unit_price: Decimal
    subtotal: Decimal
    due: Decimal
    promotion: Promotion | None

    @property
    def discount(self) -> Decimal:
        return self.subtotal - self.due

    def flags(self, today: date, renewal: date) -> list[str]:
        """The contract's flags that are true of the charge on a local day."""
        minimum = MINIMUM_CHARGES.get(self.currency, Decimal(0))
        raised = {
            "below_minimum_charge": self.due < minimum,
            "promotion_applied": self.promotion is not None,
            "tax_not_included": True,
            "renews_soon": renewal - today <= SOON,
        }
        return [flag for flag, is_raised in raised.items() if is_raised]


def charge_seats(
    seats: int,
    currency: str,
    share: Share,
    list_unit_price: Decimal,
    promotion: Promotion | None = None,
) -> Charge:
    """Price `seats` for `share` of a term. Raises what `prorate` raises."""
    unit_price = list_unit_price
    if promotion is not None:
        unit_price = promotion.discount.apply(list_unit_price, currency)
    return Charge(
        seats=seats,
        currency=currency,
        share=share,
        list_unit_price=list_unit_price,
        unit_price=unit_price,
        subtotal=prorate(list_unit_price, seats, share, currency),
        due=prorate(unit_price, seats, share, currency),
        promotion=promotion,
    )
