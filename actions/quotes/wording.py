"""A quote as values for the NLG, and as the structured object for rich channels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from actions.quotes.port import Quote

Value = dict[str, Any]

_IN_COMMON = frozenset({"product", "subscription", "renewal_date", "valid_until", "notice"})


def money(amount: Decimal, currency: str) -> Value:
    return {"type": "money", "amount": str(amount), "currency": currency}


def day(value: date) -> Value:
    return {"type": "date", "date": value.isoformat()}


def count(number: int, unit: str) -> Value:
    return {"type": "count", "unit": unit, "number": number}


def response(name: str, **values: Value) -> Value:
    return {"type": "response", "name": name, "values": values}


def values_of(quote: Quote) -> dict[str, Any]:
    """The values of utter_quote, utter_quote_live and utter_estimate."""
    values: dict[str, Any] = {
        "due_now": money(quote.due_now, quote.currency),
        "seats": count(quote.seats, "seat"),
        "product": quote.product_name,
        "tax": response(f"utter_tax_{quote.tax_status}"),
        "renewal_date": day(quote.renews_on),
        "seats_after": count(quote.seats_after, "seat"),
        "new_seats": count(quote.seats, "new_seat"),
        "notice": _notice(quote),
    }
    if quote.breakdown is not None:
        values |= {
            "unit_price": money(quote.breakdown.unit_price, quote.currency),
            "remaining": count(quote.breakdown.remaining, quote.breakdown.unit),
            "total": count(quote.breakdown.total, quote.breakdown.unit),
            "renewal_amount": money(quote.breakdown.renewal_amount, quote.currency),
        }
    if quote.expires_at is not None:
        values["valid_until"] = {
            "type": "time",
            "at": quote.expires_at.isoformat(),
            "zone": str(quote.expires_at.tzinfo),
        }
        values["subscription"] = quote.subscription_id
    return values


def response_of(quote: Quote) -> str:
    """Which sentence says it: a billing system may keep its arithmetic to itself, or count time in
    units that nobody thinks in.
    """
    if quote.id is None:
        return "utter_estimate"
    told = quote.breakdown is not None and quote.breakdown.unit == "day"
    return "utter_quote" if told else "utter_quote_live"


def _notice(quote: Quote) -> Value:
    kind = ("demo" if quote.is_demo else "") + ("_renews_soon" if quote.renews_soon else "")
    name = f"utter_notice_{kind.strip('_') or 'none'}"
    return response(name, renewal_date=day(quote.renews_on))


def comparison(first: Quote, second: Quote) -> dict[str, Any]:
    """The values of utter_quote_compared and utter_estimate_compared, for one subscription."""
    same_tax = first.tax_status == second.tax_status
    return {
        # What both have in common, as the first says it.
        **{name: value for name, value in values_of(first).items() if name in _IN_COMMON},
        "tax": response(f"utter_tax_{first.tax_status if same_tax else 'unknown'}"),
        "first_seats": count(first.seats, "seat"),
        "first_due_now": money(first.due_now, first.currency),
        "second_seats": count(second.seats, "seat"),
        "second_due_now": money(second.due_now, second.currency),
    }


def seat_options(quotes: Sequence[Quote]) -> list[Value]:
    """A button for each number of seats."""
    return [
        {
            "response": "utter_option_name",
            "payload": f"/inform{json.dumps({'seats': quote.seats})}",
            "values": {"name": count(quote.seats, "seat")},
        }
        for quote in quotes
    ]


def card_of(quote: Quote) -> dict[str, Any]:
    """The `quote` object: money as decimal strings in major units, dates and times in ISO 8601."""
    breakdown = quote.breakdown
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
        "unit_price": str(breakdown.unit_price) if breakdown else None,
        "tax_status": quote.tax_status,
        "effective_at": quote.effective_at.isoformat(),
        "proration": breakdown
        and {
            "unit": breakdown.unit,
            "remaining": breakdown.remaining,
            "total": breakdown.total,
        },
        "renewal": {
            "date": quote.renews_on.isoformat(),
            "amount": str(breakdown.renewal_amount) if breakdown else None,
        },
        "renews_soon": quote.renews_soon,
        "expires_at": quote.expires_at.isoformat() if quote.expires_at else None,
    }
