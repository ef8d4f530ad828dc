"""What everything costs that one message asked for: the quote that is said, and all the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from actions.heard import Heard
from actions.payload import entities_of
from actions.quotes.draft import Draft
from actions.quotes.port import UNAVAILABLE, Quote, QuoteError, QuoteProvider, Subscription
from actions.quotes.seats import heard_seats, too_many
from actions.quotes.wanted import Wanted
from actions.quotes.wording import money, response

Order = Mapping[str, Any]


def quotes_of(
    provider: QuoteProvider, account: str | None, draft: Draft, orders: Sequence[Order]
) -> list[Quote]:
    """A quote for each order; QuoteError where one of them is not clear or cannot have one.

    A visitor's are for the currency and the renewal date of the draft.
    """
    if account is not None and draft.subscription is not None:
        subscriptions = provider.subscriptions(account)
        return [_quote(provider, account, order, subscriptions) for order in orders]
    if draft.renewal_date is None or draft.currency is None:
        raise QuoteError(UNAVAILABLE)
    renews_on, currency = date.fromisoformat(draft.renewal_date), draft.currency
    ids = {product.name: product.id for product in provider.products()}
    return [
        provider.estimate(_known(ids.get(order["product"])), _seats(order), renews_on, currency)
        for order in orders
    ]


def total_of(quotes: Sequence[Quote]) -> dict[str, Any] | None:
    """The values of utter_together; None for amounts that do not add up to one."""
    currencies = {quote.currency for quote in quotes}
    if len(currencies) != 1:
        return None
    taxes = {quote.tax_status for quote in quotes}
    due_now = sum((quote.due_now for quote in quotes), Decimal(0))
    return {
        "total": money(due_now, currencies.pop()),
        "tax": response(f"utter_tax_{taxes.pop() if len(taxes) == 1 else 'unknown'}"),
    }


def _quote(
    provider: QuoteProvider, account: str, order: Order, subscriptions: Sequence[Subscription]
) -> Quote:
    own = [found for found in subscriptions if found.product_name == order["product"]]
    if len(own) != 1:
        raise QuoteError(UNAVAILABLE)
    return provider.quote(account, own[0].id, _seats(order, own[0].seats))


def _seats(order: Order, current: int | None = None) -> int:
    said = Heard("request_quote", entities_of(order), account=None, region=None, quoted=False)
    seats = heard_seats(Wanted(), said, current)[0].seats
    if not isinstance(seats, int) or too_many(seats):
        raise QuoteError(UNAVAILABLE)
    return seats


def _known(product: str | None) -> str:
    if product is None:
        raise QuoteError(UNAVAILABLE)
    return product
