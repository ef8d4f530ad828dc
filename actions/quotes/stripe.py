"""The adapter for Stripe Billing.

The amount is the sum of the preview's proration lines, in Stripe's own minor units
(https://docs.stripe.com/api/invoices/create_preview). A quantity change makes two of them: a
credit for the time left on the old quantity and a charge for the same time on the new one.
"""

from __future__ import annotations

from datetime import datetime, timezone
from functools import partial
from typing import Any
from urllib.parse import quote as quoted

from actions.quotes.client import Refusal
from actions.quotes.exchange import Exchange
from actions.quotes.live import Due, Setting, WithoutCatalogue, live_quote
from actions.quotes.minor_units import major_units
from actions.quotes.port import (
    ENDED,
    NOT_ACTIVE,
    NOT_RENEWING,
    PAYMENT_LATE,
    UNAVAILABLE,
    Quote,
    QuoteError,
    Subscription,
    TaxStatus,
)
from actions.quotes.sense import (
    due_for_more_seats,
    known_currency,
    require,
    sensible,
    text,
    whole,
)

# The version whose shapes are read here; Stripe keeps answering in it.
VERSION = "2026-10-28.endive"

_PAGE = "100"
_MOST_PAGES = 5

# https://docs.stripe.com/api/subscriptions/object: both of the last go on owing an invoice.
_NOT_NOW = {"canceled": ENDED, "past_due": PAYMENT_LATE, "unpaid": PAYMENT_LATE}


class StripeProvider(WithoutCatalogue):
    """Implements QuoteProvider."""

    def __init__(self, exchange: Exchange, setting: Setting) -> None:
        self._exchange, self._setting = exchange, setting

    def subscriptions(self, account: str) -> list[Subscription]:
        try:
            found = self._pages("/v1/subscriptions", {"customer": account})
        except QuoteError as error:
            if error.code == "subscription-not-found":
                return []  # no such customer: theirs is an account without subscriptions
            raise
        names = self._product_names(found)
        return sensible(
            lambda: [
                _subscription(item, names[_product_id(item)], self._setting)
                for item in found
                if _items(item)
            ]
        )

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote:
        found = self._exchange.get(
            f"/v1/subscriptions/{quoted(subscription_id, safe='')}",
            {"expand[]": "items.data.price.product"},
        )
        effective_at = self._setting.now()
        sensible(lambda: _check_may_add(found, account, effective_at))
        item = sensible(lambda: _only_item(found))
        subscription = sensible(
            lambda: _subscription(found, text(item["price"]["product"]["name"]), self._setting)
        )
        invoice = self._exchange.post(
            "/v1/invoices/create_preview",
            form={
                "customer": account,
                "subscription": subscription_id,
                "subscription_details[items][0][id]": item["id"],
                "subscription_details[items][0][quantity]": str(subscription.seats + seats),
                # The purchase has to send the same instant to cost the same.
                "subscription_details[proration_date]": str(int(effective_at.timestamp())),
                "subscription_details[proration_behavior]": "always_invoice",
            },
            preview=True,
        )
        lines = self._lines(invoice)
        return sensible(
            lambda: live_quote(
                subscription,
                seats,
                _due(invoice, lines, item["id"], subscription.currency, effective_at),
                _period_end(found),
                self._setting,
                is_demo=not invoice["livemode"],
            )
        )

    def _product_names(self, subscriptions: list[Any]) -> dict[str, str]:
        """A list cannot expand down to the products, so they are asked for by id."""
        ids = sensible(
            lambda: sorted({_product_id(item) for item in subscriptions if _items(item)})
        )
        if not ids:
            return {}
        products = self._pages("/v1/products", {"ids[]": ids})
        return sensible(lambda: {product["id"]: text(product["name"]) for product in products})

    def _lines(self, invoice: Any) -> list[Any]:
        """All of the preview's lines: the first ones come with it."""
        first, more, _ = sensible(lambda: _page(invoice["lines"]))
        if not more:
            return first
        path = sensible(lambda: f"/v1/invoices/{quoted(text(invoice['id']), safe='')}/lines")
        return self._pages(path, {})

    def _pages(self, path: str, query: dict[str, str | list[str]]) -> list[Any]:
        found: list[Any] = []
        after: dict[str, str] = {}
        for _ in range(_MOST_PAGES):
            answer = self._exchange.get(path, {**query, "limit": _PAGE, **after})
            items, more, last = sensible(partial(_page, answer))
            found += items
            if not more:
                return found
            after = {"starting_after": last}
        raise QuoteError(UNAVAILABLE)


def refusals(status: int, body: Any) -> Refusal:
    """https://docs.stripe.com/api/errors"""
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return Refusal(UNAVAILABLE)
    if status in (401, 403):
        return Refusal("unauthenticated")
    if status == 409:
        return Refusal(UNAVAILABLE, again=True)  # somebody else holds the object
    if status == 404 or error.get("code") == "resource_missing":
        return Refusal("subscription-not-found")
    return Refusal("invalid-request")


def _page(answer: Any) -> tuple[list[Any], bool, str]:
    """Its items, whether more follow, and the id that they follow after."""
    items, more = answer["data"], answer["has_more"]
    require(isinstance(items, list) and isinstance(more, bool), "a list")
    return items, more, text(items[-1]["id"]) if more else ""


def _items(subscription: Any) -> list[Any]:
    return [item for item in subscription["items"]["data"] if "quantity" in item]


def _only_item(subscription: Any) -> Any:
    """Of several items nobody said which one the seats are: a person has to."""
    items = _items(subscription)
    if len(items) != 1:
        raise QuoteError("invalid-request")
    return items[0]


def _product_id(subscription: Any) -> str:
    return text(_items(subscription)[0]["price"]["product"])


def _subscription(found: Any, product_name: str, setting: Setting) -> Subscription:
    return Subscription(
        id=text(found["id"]),
        product_name=product_name,
        currency=known_currency(found["currency"]),
        seats=whole(_items(found)[0]["quantity"]),
        renews_on=setting.day(_period_end(found)),
    )


def _period_end(found: Any) -> datetime:
    """Of the item; older versions have it on the subscription."""
    item = _items(found)[0]
    return _instant(item.get("current_period_end", found.get("current_period_end")))


def _check_may_add(found: Any, account: str, now: datetime) -> None:
    if found["customer"] != account:
        raise QuoteError("subscription-not-found")
    if found["status"] == "trialing":
        raise QuoteError("subscription-in-trial")
    if found["status"] != "active":
        raise QuoteError(_NOT_NOW.get(found["status"], NOT_ACTIVE))
    if found.get("cancel_at_period_end") or found.get("cancel_at") is not None:
        raise QuoteError(NOT_RENEWING)
    if found.get("schedule"):
        raise QuoteError("invalid-request")  # its next phase would undo the change
    if _items(found) and _period_end(found) <= now:
        raise QuoteError("nothing-to-prorate")


def _due(
    invoice: Any, lines: list[Any], item_id: str, currency: str, effective_at: datetime
) -> Due:
    for holder in (invoice, *lines):
        require(known_currency(holder["currency"]) == currency, "the subscription's currency")
    require(sum(whole(line["amount"]) for line in lines) == whole(invoice["subtotal"]), "the sum")
    require(sum(map(_net, lines)) == whole(invoice["total"]), "the sum with discounts and taxes")
    prorations = [line for line in lines if _is_proration(line, item_id)]
    others = [line for line in lines if line not in prorations]
    require(bool(prorations), "a price for the time left")
    require(all(line["amount"] >= 0 for line in others), "every credit among the prorations")
    amount = major_units(sum(map(_net, prorations)), currency, thousandths=True)
    taxed = any(line.get("taxes") for line in prorations)
    tax_status: TaxStatus = "included" if taxed else "unknown"
    return Due(due_for_more_seats(amount), tax_status, effective_at)


def _net(line: Any) -> int:
    """What the line adds to the invoice's total, in minor units."""
    discounts = (whole(discount["amount"]) for discount in line.get("discount_amounts") or ())
    taxes = line.get("taxes") or ()
    on_top = (whole(tax["amount"]) for tax in taxes if tax["tax_behavior"] == "exclusive")
    return whole(line["amount"]) - sum(discounts) + sum(on_top)


def _is_proration(line: Any, item_id: str) -> bool:
    details = (line.get("parent") or {}).get("subscription_item_details") or {}
    if not details.get("proration", line.get("proration")):
        return False
    of_item = details.get("subscription_item", line.get("subscription_item"))
    require(of_item == item_id, "the item whose quantity changes")
    return True


def _instant(epoch: Any) -> datetime:
    return datetime.fromtimestamp(whole(epoch), timezone.utc)
