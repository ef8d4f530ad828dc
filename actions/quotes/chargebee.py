"""The adapter for Chargebee (Product Catalog 2.0, API v2).

The amount is what Chargebee would invoice at once: `amount_due` of the estimate's
`invoice_estimate` (https://apidocs.chargebee.com/docs/api/estimates). Without
`invoice_immediately` that object would be the end-of-term invoice.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any
from urllib.parse import quote as quoted
from urllib.parse import urlsplit

from actions.quotes.client import Refusal
from actions.quotes.exchange import Exchange
from actions.quotes.live import Due, Setting, WithoutCatalogue, live_quote
from actions.quotes.minor_units import major_units
from actions.quotes.port import (
    NOT_ACTIVE,
    NOT_RENEWING,
    UNAVAILABLE,
    Quote,
    QuoteError,
    Subscription,
    TaxStatus,
)
from actions.quotes.sense import due_for_more_seats, known_currency, require, sensible, text, whole

# More subscriptions than one page holds are more than a customer can choose from.
_PAGE = "100"

_NOT_NOW = {
    "in_trial": "subscription-in-trial",
    "cancelled": "subscription-expired",
    "non_renewing": NOT_RENEWING,
}


class ChargebeeProvider(WithoutCatalogue):
    """Implements QuoteProvider. `is_demo` on a test site, whose prices are nobody's."""

    def __init__(self, exchange: Exchange, setting: Setting, *, is_demo: bool) -> None:
        self._exchange, self._setting, self._is_demo = exchange, setting, is_demo

    def subscriptions(self, account: str) -> list[Subscription]:
        page = self._exchange.get(
            "/api/v2/subscriptions", {"customer_id[is]": account, "limit": _PAGE}
        )
        found = sensible(lambda: [entry["subscription"] for entry in page["list"]])
        with_seats = sensible(lambda: [item for item in found if _plans(item)])
        return self._named(with_seats)

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote:
        answer = self._exchange.get(f"/api/v2/subscriptions/{quoted(subscription_id, safe='')}")
        effective_at = self._setting.now()
        found = sensible(lambda: answer["subscription"])
        plan = sensible(lambda: _checked_plan(found, account, effective_at))
        (subscription,) = self._named([found])
        estimated = self._exchange.post(
            "/api/v2/estimates/update_subscription_for_items",
            form={
                "subscription[id]": subscription_id,
                "subscription_items[item_price_id][0]": plan,
                "subscription_items[quantity][0]": str(subscription.seats + seats),
                "prorate": "true",
                "invoice_immediately": "true",
            },
            preview=True,
        )
        return sensible(
            lambda: live_quote(
                subscription,
                seats,
                _due(estimated["estimate"], plan, subscription.currency, effective_at),
                _instant(found["current_term_end"]),
                self._setting,
                is_demo=self._is_demo,
            )
        )

    def _named(self, found: Sequence[Any]) -> list[Subscription]:
        """A subscription knows its item prices by id; their names are asked for together."""
        ids = sensible(lambda: sorted({text(_plans(item)[0]["item_price_id"]) for item in found}))
        if not ids:
            return []
        query = {"id[in]": json.dumps(ids, separators=(",", ":")), "limit": _PAGE}
        page = self._exchange.get("/api/v2/item_prices", query)
        return sensible(lambda: [self._subscription(item, _names(page)) for item in found])

    def _subscription(self, found: Any, names: dict[str, str]) -> Subscription:
        plan = _plans(found)[0]
        return Subscription(
            id=text(found["id"]),
            product_name=names[plan["item_price_id"]],
            currency=known_currency(found["currency_code"]),
            seats=whole(plan["quantity"]),
            renews_on=self._setting.day(_instant(found["current_term_end"])),
        )


def is_test_site(url: str) -> bool:
    """Chargebee names them so: acme-test.chargebee.com."""
    return (urlsplit(url).hostname or "").endswith("-test.chargebee.com")


def refusals(status: int, body: Any) -> Refusal:
    """https://apidocs.chargebee.com/docs/api/error-handling"""
    if not isinstance(body, dict) or body.get("type") == "operation_failed":
        return Refusal(UNAVAILABLE)
    if status in (401, 403):
        return Refusal("unauthenticated")
    if status == 409:
        return Refusal(UNAVAILABLE, again=True)  # another operation holds the subscription
    if body.get("api_error_code") == "resource_not_found":
        return Refusal("subscription-not-found")
    return Refusal("invalid-request")


def _plans(subscription: Any) -> list[Any]:
    items = subscription["subscription_items"]
    return [item for item in items if item["item_type"] == "plan" and "quantity" in item]


def _names(page: Any) -> dict[str, str]:
    prices = [entry["item_price"] for entry in page["list"]]
    return {price["id"]: text(price.get("external_name") or price["name"]) for price in prices}


def _checked_plan(found: Any, account: str, now: datetime) -> str:
    """The item price of the seats, of a subscription that more can be added to."""
    if found["customer_id"] != account:
        raise QuoteError("subscription-not-found")
    if found["status"] != "active":
        raise QuoteError(_NOT_NOW.get(found["status"], NOT_ACTIVE))
    if len(_plans(found)) != 1 or found.get("has_scheduled_changes"):
        raise QuoteError("invalid-request")  # a person has to look at it
    if _instant(found["current_term_end"]) <= now:
        raise QuoteError("nothing-to-prorate")
    return text(_plans(found)[0]["item_price_id"])


def _due(estimate: Any, plan: str, currency: str, effective_at: datetime) -> Due:
    invoice = estimate["invoice_estimate"]
    lines, taxes = invoice["line_items"], invoice.get("taxes") or []
    notes = estimate.get("credit_note_estimates") or []
    for holder in (invoice, *notes):
        require(known_currency(holder["currency_code"]) == currency, "the subscription's currency")
    for line in lines:
        require(line["entity_id"] == plan, "nothing but the seats")
    on_top = taxes if invoice["price_type"] == "tax_exclusive" else []
    sub_total, all_in = whole(invoice["sub_total"]), whole(invoice["total"])
    discounts = _sum(invoice.get("discounts") or [], "amount")
    rounding = whole(invoice.get("round_off_amount", 0))
    require(_sum(lines, "amount") == sub_total, "lines that add up")
    require(sub_total - discounts + _sum(on_top, "amount") + rounding == all_in, "a total")
    credits = whole(invoice.get("credits_applied", 0))
    require(_sum(notes, "total") <= credits, "credits for the old quantity")
    due = whole(invoice["amount_due"])
    require(all_in - credits - whole(invoice.get("amount_paid", 0)) == due, "what is left to pay")
    amount = major_units(due, currency, thousandths=False)
    tax_status: TaxStatus = "included" if taxes else "unknown"
    return Due(due_for_more_seats(amount), tax_status, effective_at)


def _sum(entries: Sequence[Any], name: str) -> int:
    return sum(whole(entry[name]) for entry in entries)


def _instant(epoch: Any) -> datetime:
    return datetime.fromtimestamp(whole(epoch), timezone.utc)
