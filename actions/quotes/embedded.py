"""The adapter for billing/'s own contract (billing/openapi.yaml), the demo service's included."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from actions.quotes.client import UNAVAILABLE, BillingClient
from actions.quotes.port import Product, Quote, QuoteError, Subscription

_Value = TypeVar("_Value")

_TERM = "year"  # what an estimate for a visitor assumes, and says


class EmbeddedProvider:
    """Implements QuoteProvider."""

    def __init__(self, client: BillingClient) -> None:
        self._client = client

    def subscriptions(self, account: str) -> list[Subscription]:
        answer = self._client.get("/v1/subscriptions", _on_behalf_of(account))
        return _sensible(lambda: [_subscription(item) for item in answer["data"]])

    def products(self) -> list[Product]:
        answer = self._client.get("/v1/products")
        return _sensible(lambda: [_product(item) for item in answer["data"]])

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote:
        answer = self._client.post(
            "/v1/proration-quotes",
            {"subscription_id": subscription_id, "seats_to_add": seats},
            {**_on_behalf_of(account), "Idempotency-Key": uuid.uuid4().hex},
        )
        quote = _sensible(lambda: _quote(answer))
        if quote.subscription_id != subscription_id:
            raise QuoteError(UNAVAILABLE)
        return _checked(quote, seats)

    def estimate(self, product_id: str, seats: int, renews_on: date, currency: str) -> Quote:
        answer = self._client.post(
            "/v1/proration-estimates",
            {
                "product_id": product_id,
                "seats_to_add": seats,
                "renewal_date": renews_on.isoformat(),
                "currency": currency,
                "term": _TERM,
            },
        )
        quote = _sensible(lambda: _estimate(answer))
        if quote.currency != currency:
            raise QuoteError(UNAVAILABLE)
        return _checked(quote, seats)


def _on_behalf_of(account: str) -> dict[str, str]:
    return {"X-Account-Id": account}


def _sensible(read: Callable[[], _Value]) -> _Value:
    """An answer of another shape than the contract's is no answer."""
    try:
        return read()
    except (
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        InvalidOperation,
        ZoneInfoNotFoundError,
    ):
        raise QuoteError(UNAVAILABLE) from None


def _checked(quote: Quote, seats: int) -> Quote:
    """Refuses what cannot be right: other seats, nothing to pay, more than a full term."""
    most = quote.unit_price * seats
    if quote.seats != seats or not 0 <= quote.due_now <= most or quote.remaining > quote.total:
        raise QuoteError(UNAVAILABLE)
    return quote


def _subscription(item: dict[str, Any]) -> Subscription:
    return Subscription(
        id=str(item["id"]),
        product_name=str(item["product_name"]),
        currency=str(item["currency"]),
        seats=int(item["seats"]),
        renews_on=_day(item["renews_at"], item["timezone"]),
    )


def _product(item: dict[str, Any]) -> Product:
    currencies = {price["currency"] for price in item["prices"] if price["term"] == _TERM}
    return Product(str(item["id"]), str(item["name"]), frozenset(currencies))


def _quote(answer: dict[str, Any]) -> Quote:
    subscription = answer["subscription"]
    zone = ZoneInfo(subscription["timezone"])
    return Quote(
        id=answer["id"],
        subscription_id=subscription["id"],
        product_name=subscription["product_name"],
        seats_after=int(answer["seats_after"]),
        expires_at=_instant(answer["expires_at"]).astimezone(zone),
        **_common(answer),
    )


def _estimate(answer: dict[str, Any]) -> Quote:
    return Quote(
        id=None,
        subscription_id=None,
        product_name=answer["product"]["name"],
        seats_after=int(answer["seats_to_add"]),
        expires_at=None,
        **_common(answer),
    )


def _common(answer: dict[str, Any]) -> dict[str, Any]:
    proration, amounts, renewal = answer["proration"], answer["amounts"], answer["renewal"]
    return {
        "currency": answer["currency"],
        "seats": int(answer["seats_to_add"]),
        "unit_price": _money(answer["unit_price"]),
        "due_now": _money(amounts["due_now"]),
        "unit": proration["unit"],
        "remaining": int(proration["remaining"]),
        "total": int(proration["total"]),
        "renews_on": date.fromisoformat(renewal["date"]),
        "renewal_amount": _money(renewal["estimated_amount"]),
        "tax_status": amounts["tax_status"],
        "renews_soon": "renews_soon" in answer.get("flags", []),
        "is_demo": answer["provider"]["mode"] == "demo",
    }


def _money(text: Any) -> Decimal:
    """The contract's Money is a string; a JSON number would have been through a float somewhere."""
    if not isinstance(text, str):
        raise TypeError("money is a string")
    return Decimal(text)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if instant.tzinfo is None:
        raise ValueError("an instant has an offset")
    return instant


def _day(text: str, zone: str) -> date:
    return _instant(text).astimezone(ZoneInfo(zone)).date()
