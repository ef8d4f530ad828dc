"""What a quote is being asked for, and how one more message fills it in. Pure: no I/O, no words.

`advance` takes the draft so far, what was heard and what the billing system has, and gives the
next draft with the remarks (names of responses with their values) that the customer should read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from actions.heard import Heard
from actions.quotes.currency import about_currency, heard_currency
from actions.quotes.port import Product, Subscription
from actions.quotes.remark import Remark
from actions.quotes.renewal_date import about_purchase, about_renewal, heard_renewal_date
from actions.quotes.seats import Seats, heard_seats, too_many
from actions.quotes.term import about_term, heard_term, not_estimated


@dataclass(frozen=True)
class Draft:
    """The slots of quote_form; `subscription` is an id, `renewal_date` ISO."""

    subscription: str | None = None
    product: str | None = None
    seats: Seats | None = None
    currency: str | None = None
    renewal_date: str | None = None
    term: str | None = None

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
    chosen, remarks = _subscription(draft.subscription, heard, subscriptions)
    current = next((s for s in subscriptions if s.id == chosen), None)
    seats, about_seats = heard_seats(
        _kept_seats(draft, heard), heard, current.seats if current else None
    )
    advanced = replace(draft, subscription=chosen, seats=seats)
    own = (about_currency, about_term, about_renewal)
    differing = (remark for about in own for remark in about(heard, current))
    later = about_purchase(heard, today)
    return Advance(advanced, (*remarks, *about_seats, *differing, *later))


def for_visitor(draft: Draft, heard: Heard, products: Sequence[Product], today: date) -> Advance:
    product, about_product = _product(draft.product, heard, products)
    seats, about_seats = heard_seats(_kept_seats(draft, heard), heard, None)
    currency, on_currency = heard_currency(draft.currency, heard, product, products)
    renewal, about_date = heard_renewal_date(draft.renewal_date, heard, today)
    advanced = replace(
        draft,
        product=product,
        seats=seats,
        currency=currency,
        renewal_date=renewal,
        term=heard_term(draft.term, heard),
    )
    later = about_purchase(heard, today)
    return Advance(advanced, (*about_product, *about_seats, *on_currency, *about_date, *later))


def _kept_seats(draft: Draft, heard: Heard) -> Seats | None:
    """After a quote, a new request that names nothing starts over with the number of seats."""
    starts_over = heard.quoted and heard.intent == "request_quote" and not heard.entities
    return None if starts_over else draft.seats


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
