"""A quote as values for the NLG, and as the structured object for rich channels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from actions.quotes.port import Quote

Value = dict[str, Any]


def money(amount: Decimal, currency: str) -> Value:
    return {"type": "money", "amount": str(amount), "currency": currency}


def day(value: date) -> Value:
    return {"type": "date", "date": value.isoformat()}


def count(number: int, unit: str) -> Value:
    return {"type": "count", "unit": unit, "number": number}


def response(name: str) -> Value:
    return {"type": "response", "name": name, "values": {}}


def values_of(quote: Quote) -> dict[str, Any]:
    """The values of utter_quote and utter_estimate."""
    values: dict[str, Any] = {
        "due_now": money(quote.due_now, quote.currency),
        "seats": count(quote.seats, "seat"),
        "product": quote.product_name,
        "tax": response(f"utter_tax_{quote.tax_status}"),
        "unit_price": money(quote.unit_price, quote.currency),
        "remaining": count(quote.remaining, quote.unit),
        "total": count(quote.total, quote.unit),
        "renewal_date": day(quote.renews_on),
        "renewal_amount": money(quote.renewal_amount, quote.currency),
        "seats_after": count(quote.seats_after, "seat"),
        "notice": response(_notice(quote)),
    }
    if quote.expires_at is not None:
        values["valid_until"] = {
            "type": "time",
            "at": quote.expires_at.isoformat(),
            "zone": str(quote.expires_at.tzinfo),
        }
        values["subscription"] = quote.subscription_id
    return values


def _notice(quote: Quote) -> str:
    kind = ("demo" if quote.is_demo else "") + ("_renews_soon" if quote.renews_soon else "")
    return f"utter_notice_{kind.strip('_') or 'none'}"


def card_of(quote: Quote) -> dict[str, Any]:
    """The `quote` object: money as decimal strings in major units, dates and times in ISO 8601."""
    return {
        "id": quote.id,
        "estimate": quote.id is None,
        "demo": quote.is_demo,
        "subscription": quote.subscription_id,
        "product": quote.product_name,
        "seats": quote.seats,
        "seats_after": quote.seats_after,
        "currency": quote.currency,
        "due_now": str(quote.due_now),
        "unit_price": str(quote.unit_price),
        "tax_status": quote.tax_status,
        "proration": {
            "unit": quote.unit,
            "remaining": quote.remaining,
            "total": quote.total,
        },
        "renewal": {"date": quote.renews_on.isoformat(), "amount": str(quote.renewal_amount)},
        "expires_at": quote.expires_at.isoformat() if quote.expires_at else None,
    }
