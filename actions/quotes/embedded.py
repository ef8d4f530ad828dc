"""The adapter for billing/'s own contract (billing/openapi.yaml), the demo service's included."""

from __future__ import annotations

import re
import urllib.parse
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args
from zoneinfo import ZoneInfo

from actions.quotes.client import Refusal
from actions.quotes.exchange import Exchange
from actions.quotes.inactive import reason
from actions.quotes.port import (
    NOT_ACTIVE,
    UNAVAILABLE,
    Breakdown,
    Product,
    Quote,
    QuoteError,
    Subscription,
    TaxStatus,
    Term,
)
from actions.quotes.sense import (
    exact,
    known_currency,
    minor_unit,
    require,
    sensible,
    text,
    total,
    whole,
)

_TERM = "year"  # what an estimate for a visitor assumes, and says

# The contract's terms.
_TERMS: dict[str, Term] = {"month": "month", "year": "year", "three_years": "years"}

# The contract's Money: a JSON number would have been through a float somewhere.
_MONEY = re.compile(r"-?\d{1,15}(\.\d{1,3})?", re.ASCII)

# Of a proration whose arithmetic the provider keeps to itself.
_PROVIDERS_OWN = "provider"

# What the contract lets X-Account-Id be.
_ACCOUNT = re.compile(r"[!-~]{1,64}")


class EmbeddedProvider:
    """Implements QuoteProvider."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def subscriptions(self, account: str) -> list[Subscription]:
        answer = self._exchange.get("/v1/subscriptions", headers=_on_behalf_of(account))
        return sensible(lambda: [_subscription(item) for item in answer["data"]])

    def products(self) -> list[Product]:
        answer = self._exchange.get("/v1/products")
        return sensible(lambda: [_product(item) for item in answer["data"]])

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote:
        try:
            answer = self._exchange.post(
                "/v1/proration-quotes",
                json={"subscription_id": subscription_id, "seats_to_add": seats},
                headers={**_on_behalf_of(account), "Idempotency-Key": uuid.uuid4().hex},
            )
        except QuoteError as error:
            if error.code != NOT_ACTIVE:
                raise
            raise QuoteError(self._why_not_active(account, subscription_id)) from None
        return sensible(lambda: _quote(answer, subscription_id, seats))

    def _why_not_active(self, account: str, subscription_id: str) -> str:
        """The contract has one code for three reasons; the subscription tells which it is."""
        path = f"/v1/subscriptions/{urllib.parse.quote(subscription_id, safe='')}"
        try:
            found = self._exchange.get(path, headers=_on_behalf_of(account))
            return sensible(lambda: reason(found))
        except QuoteError:
            return NOT_ACTIVE

    def estimate(self, product_id: str, seats: int, renews_on: date, currency: str) -> Quote:
        answer = self._exchange.post(
            "/v1/proration-estimates",
            json={
                "product_id": product_id,
                "seats_to_add": seats,
                "renewal_date": renews_on.isoformat(),
                "currency": currency,
                "term": _TERM,
            },
            preview=True,
        )
        return sensible(lambda: _estimate(answer, product_id, seats, renews_on, currency))


def refusals(status: int, body: Any) -> Refusal:
    """The contract's problem documents (RFC 9457) name the code themselves."""
    code = body.get("code") if isinstance(body, dict) else None
    return Refusal(code if isinstance(code, str) else UNAVAILABLE)


def _on_behalf_of(account: str) -> dict[str, str]:
    if not _ACCOUNT.fullmatch(account):
        raise QuoteError("invalid-request")
    return {"X-Account-Id": account}


def _subscription(item: dict[str, Any]) -> Subscription:
    return Subscription(
        id=text(item["id"]),
        product_name=text(item["product_name"]),
        currency=known_currency(item["currency"]),
        seats=whole(item["seats"]),
        renews_on=_instant(item["renews_at"]).astimezone(_zone(item["timezone"])).date(),
        term=_TERMS[text(item["term"])],
    )


def _product(item: dict[str, Any]) -> Product:
    currencies = {
        known_currency(price["currency"]) for price in item["prices"] if price["term"] == _TERM
    }
    return Product(text(item["id"]), text(item["name"]), frozenset(currencies))


def _quote(answer: dict[str, Any], subscription_id: str, seats: int) -> Quote:
    item = answer["subscription"]
    subscription = _subscription(item)
    require(subscription.id == subscription_id, "the subscription that was asked about")
    require(subscription.currency == answer["currency"], "the subscription's currency")
    require(whole(answer["seats_after"]) == subscription.seats + seats, "seats that add up")
    expires_at = _instant(answer["expires_at"])
    require(expires_at > _instant(answer["created_at"]), "a quote that is valid for a while")
    return Quote(
        id=text(answer["id"]),
        subscription_id=subscription.id,
        product_name=subscription.product_name,
        seats_after=answer["seats_after"],
        expires_at=expires_at.astimezone(_zone(item["timezone"])),
        **_charge(answer, seats),
    )


def _estimate(
    answer: dict[str, Any], product_id: str, seats: int, renews_on: date, currency: str
) -> Quote:
    require(answer["product"]["id"] == product_id, "the product that was asked about")
    require(answer["currency"] == currency, "the currency that was asked for")
    require(answer["proration"]["unit"] == "day", "an estimate by the day, as it is said")
    require(answer["renewal"]["date"] == renews_on.isoformat(), "the date that was asked for")
    return Quote(
        id=None,
        subscription_id=None,
        product_name=text(answer["product"]["name"]),
        seats_after=seats,
        expires_at=None,
        **_charge(answer, seats),
    )


def _charge(answer: dict[str, Any], seats: int) -> dict[str, Any]:
    require(whole(answer["seats_to_add"]) == seats, "the seats that were asked for")
    currency = known_currency(answer["currency"])
    breakdown = _breakdown(answer, currency)
    due_now = _money(answer["amounts"]["due_now"], currency)
    _check_amounts(answer, currency, due_now, breakdown, seats)
    require(answer["amounts"]["tax_status"] in get_args(TaxStatus), "a tax status")
    require(answer["provider"]["mode"] in ("demo", "live"), "demo or live")
    return {
        "currency": currency,
        "seats": seats,
        "due_now": due_now,
        # A provider's own unit says nothing that could be told of days.
        "breakdown": None if breakdown.unit == _PROVIDERS_OWN else breakdown,
        "effective_at": _instant(answer["effective_at"]),
        "renews_on": date.fromisoformat(answer["renewal"]["date"]),
        "tax_status": answer["amounts"]["tax_status"],
        "renews_soon": "renews_soon" in answer.get("flags", []),
        "is_demo": answer["provider"]["mode"] == "demo",
    }


def _breakdown(answer: dict[str, Any], currency: str) -> Breakdown:
    proration = answer["proration"]
    remaining, whole_term = whole(proration["remaining"]), whole(proration["total"])
    require(0 <= remaining <= whole_term and whole_term > 0, "a part of a term")
    return Breakdown(
        unit_price=_money(answer["unit_price"], currency),
        unit=text(proration["unit"]),
        remaining=remaining,
        total=whole_term,
        renewal_amount=_money(answer["renewal"]["estimated_amount"], currency),
    )


def _check_amounts(
    answer: dict[str, Any], currency: str, due_now: Decimal, breakdown: Breakdown, seats: int
) -> None:
    """Lines that add up to what is due, and are what the breakdown says, but for their rounding."""
    lines = [_money(line["amount"], currency) for line in answer["lines"]]
    amounts = answer["amounts"]
    charged = total(lines) - _money(amounts["tax"], currency) if "tax" in amounts else total(lines)
    full_term = breakdown.unit_price * seats
    require(due_now >= 0 and total(lines) == due_now, "lines that add up to what is due")
    if breakdown.unit == _PROVIDERS_OWN:
        require(charged <= full_term, "at most the price of a full term")
    else:
        share = full_term * breakdown.remaining / breakdown.total
        require(abs(charged - share) <= minor_unit(currency) * len(lines), "the share of a term")


def _money(written: Any, currency: str) -> Decimal:
    require(isinstance(written, str) and bool(_MONEY.fullmatch(written)), "money as the contract's")
    return exact(Decimal(written), currency)


def _zone(name: Any) -> ZoneInfo:
    return ZoneInfo(text(name))


def _instant(written: str) -> datetime:
    instant = datetime.fromisoformat(written.replace("Z", "+00:00"))
    require(instant.tzinfo is not None, "an instant with an offset")
    return instant
