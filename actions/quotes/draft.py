"""What a quote is being asked for, and how one more message fills it in. Pure: no I/O, no words.

`advance` takes the draft so far, what was heard and what the billing system has, and gives the
next draft with the remarks (names of responses with their values) that the customer should read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from actions.heard import Heard
from actions.quotes.currency import about_currency, heard_currency
from actions.quotes.port import Product, Subscription
from actions.quotes.remark import Remark
from actions.quotes.renewal_date import (
    about_days,
    about_purchase,
    about_renewal,
    heard_renewal_date,
)
from actions.quotes.seats import heard_seats, too_many, wanted_in
from actions.quotes.standing import noted, standing
from actions.quotes.term import about_term, heard_term, not_estimated
from actions.quotes.wanted import Seats, Wanted


@dataclass(frozen=True)
class Draft:
    """The slots of quote_form; `subscription` is an id, `renewal_date` ISO.

    `seats_total` is what the seats make, where the customer named that number. `orders`
    are the products of one message, each as the values of a button (actions/payload.py).
    """

    subscription: str | None = None
    product: str | None = None
    seats: Seats | None = None
    currency: str | None = None
    renewal_date: str | None = None
    term: str | None = None
    seats_total: int | None = None
    orders: tuple[dict[str, Any], ...] = ()

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.seats, self.seats_total)

    def missing(self, *, signed_in: bool) -> str | None:
        """The first slot to ask for, None where the draft is complete."""
        if too_many(self.seats):
            return None  # a person asks for the rest
        if not signed_in and not_estimated(self.term):
            return None  # nothing else would make it a price
        needed = (
            ("subscription", "seats")
            if signed_in
            else ("product", "seats", "currency", "renewal_date")
        )
        return next((slot for slot in needed if getattr(self, slot) is None), None)


@dataclass(frozen=True)
class Advance:
    draft: Draft
    remarks: tuple[Remark, ...] = ()


def for_subscriber(
    draft: Draft, heard: Heard, subscriptions: Sequence[Subscription], today: date
) -> Advance:
    before = draft.subscription
    draft, heard = standing(reopened(draft, heard, subscriptions), heard)
    chosen, remarks = _subscription(draft.subscription, heard, subscriptions)
    current = next((s for s in subscriptions if s.id == chosen), None)
    wanted, about_seats = heard_seats(
        draft.wanted,
        heard,
        current.seats if current else None,
        moved=chosen != before,
    )
    advanced = replace(draft, subscription=chosen, seats=wanted.seats, seats_total=wanted.total)
    advanced = noted(advanced, current.product_name if current else None)
    own = (about_currency, about_term, about_renewal)
    differing = (remark for about in own for remark in about(heard, current))
    later = about_days(heard, today, current.renews_on if current else None)
    return Advance(advanced, (*remarks, *about_seats, *differing, *later))


def for_visitor(draft: Draft, heard: Heard, products: Sequence[Product], today: date) -> Advance:
    draft, heard = standing(reopened(draft, heard), heard)
    product, about_product = _product(draft.product, heard, products)
    wanted, about_seats = _visitors_seats(draft, heard)
    currency, on_currency = heard_currency(draft.currency, heard, product, products)
    renewal, about_date = heard_renewal_date(draft.renewal_date, heard, today)
    advanced = replace(
        draft,
        product=product,
        seats=wanted.seats,
        currency=currency,
        renewal_date=renewal,
        term=heard_term(draft.term, heard),
        seats_total=wanted.total,
    )
    remarks = (*about_product, *about_seats, *on_currency, *about_date)
    renews_on = date.fromisoformat(renewal) if renewal else None
    return Advance(noted(advanced, product), (*remarks, *about_purchase(heard, today, renews_on)))


def reopened(draft: Draft, heard: Heard, subscriptions: Sequence[Subscription] = ()) -> Draft:
    """Without what the customer says is wrong; "the other one" is known where there are two."""
    for wrong in heard.all("wrong"):
        others = [s.id for s in subscriptions if s.id != draft.subscription]
        if wrong.value == "seats":
            draft = replace(draft, seats=None, seats_total=None)
        elif wrong.value != "product":
            unknown: dict[str, Any] = {str(wrong.value): None}
            draft = replace(draft, **unknown)
        elif wrong.role == "other" and len(others) == 1 and draft.subscription is not None:
            draft = replace(draft, subscription=others[0])
        else:
            draft = replace(draft, product=None, subscription=None)
    return draft


def _visitors_seats(draft: Draft, heard: Heard) -> tuple[Wanted, list[Remark]]:
    """A visitor's total counts from a number that only the visitor knows."""
    wanted, remarks = heard_seats(draft.wanted, heard, None)
    if wanted.total is not None and wanted.seats is None and wanted_in(heard) is not None:
        return wanted, [*remarks, Remark("utter_seats_from_how_many")]
    return wanted, remarks


def _subscription(
    kept: str | None, heard: Heard, subscriptions: Sequence[Subscription]
) -> tuple[str | None, list[Remark]]:
    by_id = {subscription.id: subscription for subscription in subscriptions}
    named = heard.last("subscription_id")
    if named is not None:
        # Someone else's subscription and one that does not exist get the same answer.
        if named.value in by_id:
            return str(named.value), []
        return None, [Remark("utter_subscription_unknown")]
    product = heard.last("product")
    if product is not None:
        of_product = [s.id for s in subscriptions if s.product_name == product.value]
        if kept in of_product or len(of_product) == 1:
            return kept if kept in of_product else of_product[0], []
        if not of_product:
            return None, [Remark("utter_product_not_subscribed", {"product": product.value})]
        return None, []
    if kept in by_id:
        return kept, []
    return (subscriptions[0].id if len(subscriptions) == 1 else None), []


def _product(
    kept: str | None, heard: Heard, products: Sequence[Product]
) -> tuple[str | None, list[Remark]]:
    named = heard.last("product")
    if named is None:
        return kept, []
    if any(product.name == named.value for product in products):
        return str(named.value), []
    return None, [Remark("utter_product_unknown")]
