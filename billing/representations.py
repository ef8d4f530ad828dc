"""Values as the contract's JSON: money as strings, instants as RFC 3339."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from billing.catalogue import Product
from billing.charges import Charge
from billing.estimates import Estimate
from billing.instants import format_instant
from billing.money import format_money
from billing.quotes import Quote
from billing.subscriptions import Subscription

Json = dict[str, Any]

PROVIDER: Json = {"name": "embedded", "mode": "demo"}


def subscription_json(subscription: Subscription) -> Json:
    return {
        "id": subscription.id,
        "product_id": subscription.product_id,
        "product_name": subscription.product_name,
        "currency": subscription.currency,
        "term": subscription.term.value,
        "unit_price": format_money(subscription.unit_price),
        "seats": subscription.seats,
        "term_start": format_instant(subscription.term_start),
        "renews_at": format_instant(subscription.renews_at),
        "timezone": subscription.zone.key,
        "status": subscription.status.value,
        "auto_renew": subscription.auto_renew,
        "self_service": subscription.self_service,
    }


def product_json(product: Product) -> Json:
    return {
        "id": product.id,
        "name": product.name,
        "prices": [
            {
                "currency": price.currency,
                "term": price.term.value,
                "unit_price": format_money(price.unit_price),
            }
            for price in product.prices
        ],
    }


def quote_json(quote: Quote) -> Json:
    subscription, charge = quote.subscription, quote.charge
    today = quote.created_at.astimezone(subscription.zone).date()
    return {
        "id": quote.id,
        "created_at": format_instant(quote.created_at),
        "expires_at": format_instant(quote.expires_at.astimezone(quote.created_at.tzinfo)),
        "effective_at": format_instant(quote.effective_at),
        "subscription": subscription_json(subscription),
        "seats_to_add": charge.seats,
        "seats_after": quote.seats_after,
        "list_unit_price": format_money(charge.list_unit_price),
        "promotions": _promotions_json(quote),
        **_charge_json(charge, subscription.zone.key),
        "renewal": _renewal_json(
            subscription.dates.renewal, quote.seats_after, charge.list_unit_price
        ),
        "flags": charge.flags(today, subscription.dates.renewal),
        "provider": PROVIDER,
    }


def estimate_json(estimate: Estimate) -> Json:
    request, charge = estimate.request, estimate.charge
    today = estimate.created_at.astimezone(request.zone).date()
    return {
        "created_at": format_instant(estimate.created_at),
        "effective_at": format_instant(estimate.created_at),
        "product": {"id": estimate.product.id, "name": estimate.product.name},
        "term": request.term.value,
        "seats_to_add": charge.seats,
        **_charge_json(charge, request.zone.key),
        "renewal": _renewal_json(request.renewal_date, charge.seats, charge.list_unit_price),
        "flags": [*charge.flags(today, request.renewal_date), "estimate_only"],
        "provider": PROVIDER,
    }


def _promotions_json(quote: Quote) -> list[Json]:
    promotion = quote.charge.promotion
    if promotion is None:
        return []
    return [
        {
            "code": promotion.code,
            "label": promotion.label(quote.locale),
            "ends_at": format_instant(promotion.ends_at),
        }
    ]


def _charge_json(charge: Charge, timezone: str) -> Json:
    return {
        "currency": charge.currency,
        "unit_price": format_money(charge.unit_price),
        "proration": {
            "unit": charge.share.unit.value,
            "remaining": charge.share.remaining,
            "total": charge.share.total,
            "rounding": "half_up_per_line",
            "timezone": timezone,
        },
        "lines": _lines_json(charge),
        "amounts": _amounts_json(charge),
    }


def _lines_json(charge: Charge) -> list[Json]:
    seats = {
        "kind": "seat_charge",
        "quantity": charge.seats,
        "amount": format_money(charge.subtotal),
    }
    if charge.promotion is None:
        return [seats]
    discount = {
        "kind": "discount",
        "quantity": charge.seats,
        "amount": format_money(-charge.discount),
    }
    return [seats, discount]


def _amounts_json(charge: Charge) -> Json:
    """No `tax` field: the tax is not known here, which is not the same as 0."""
    return {
        "subtotal": format_money(charge.subtotal),
        "discount": format_money(charge.discount),
        "tax_status": "excluded",
        "total": format_money(charge.due),
        "due_now": format_money(charge.due),
    }


def _renewal_json(renewal: date, seats: int, list_unit_price: Decimal) -> Json:
    """At list price: no promotion is known to last until the renewal."""
    return {
        "date": renewal.isoformat(),
        "seats": seats,
        "estimated_amount": format_money(seats * list_unit_price),
    }
