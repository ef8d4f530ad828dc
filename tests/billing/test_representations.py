"""The JSON that the bot reads, word for word, through the server."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.billing.conftest import Api, SettableClock

PRORATION = {
    "unit": "day",
    "remaining": 136,
    "total": 365,
    "rounding": "half_up_per_line",
    "timezone": "America/Toronto",
}
PROVIDER = {"name": "embedded", "mode": "demo"}
SUBSCRIPTION = {
    "id": "sub_demo_1",
    "product_id": "autocad",
    "product_name": "AutoCAD",
    "currency": "CAD",
    "term": "year",
    "unit_price": "2000.00",
    "seats": 10,
    "term_start": "2026-01-15T00:00:00-05:00",
    "renews_at": "2027-01-15T00:00:00-05:00",
    "timezone": "America/Toronto",
    "status": "active",
    "auto_renew": True,
    "self_service": True,
}


def test_subscription(api: Api) -> None:
    assert api.get("/v1/subscriptions/sub_demo_1").json() == SUBSCRIPTION


def test_quote(api: Api) -> None:
    quote = api.quote().json()
    assert quote.pop("id").startswith("q_")
    assert quote == {
        "created_at": "2026-09-01T16:00:00Z",
        "expires_at": "2026-09-01T16:15:00Z",
        "effective_at": "2026-09-01T16:00:00Z",
        "subscription": SUBSCRIPTION,
        "seats_to_add": 3,
        "seats_after": 13,
        "currency": "CAD",
        "unit_price": "2000.00",
        "list_unit_price": "2000.00",
        "promotions": [],
        "proration": PRORATION,
        "lines": [{"kind": "seat_charge", "quantity": 3, "amount": "2235.62"}],
        "amounts": {
            "subtotal": "2235.62",
            "discount": "0.00",
            "tax_status": "excluded",
            "total": "2235.62",
            "due_now": "2235.62",
        },
        "renewal": {"date": "2027-01-15", "seats": 13, "estimated_amount": "26000.00"},
        "flags": ["tax_not_included"],
        "provider": PROVIDER,
    }


def test_quote_with_a_promotion(api: Api) -> None:
    quote = api.quote(promotion_code="DEMO10", locale="fr").json()
    assert quote["promotions"] == [
        {
            "code": "DEMO10",
            "label": "Exemple de promotion\u00a0: 10\u00a0% de rabais",
            "ends_at": "2036-01-01T00:00:00Z",
        }
    ]
    assert (quote["list_unit_price"], quote["unit_price"]) == ("2000.00", "1800.00")
    assert [line["amount"] for line in quote["lines"]] == ["2235.62", "-223.57"]
    amounts = quote["amounts"]
    assert (amounts["subtotal"], amounts["discount"]) == ("2235.62", "223.57")
    assert amounts["total"] == amounts["due_now"] == "2012.05"
    assert sum(Decimal(line["amount"]) for line in quote["lines"]) == Decimal("2012.05")
    assert quote["renewal"]["estimated_amount"] == "26000.00"
    assert "promotion_applied" in quote["flags"]


def test_estimate(api: Api) -> None:
    estimate = api.estimate().json()
    assert estimate == {
        "created_at": "2026-09-01T16:00:00Z",
        "effective_at": "2026-09-01T16:00:00Z",
        "product": {"id": "autocad", "name": "AutoCAD"},
        "term": "year",
        "seats_to_add": 3,
        "currency": "CAD",
        "unit_price": "2000.00",
        "proration": PRORATION,
        "lines": [{"kind": "seat_charge", "quantity": 3, "amount": "2235.62"}],
        "amounts": {
            "subtotal": "2235.62",
            "discount": "0.00",
            "tax_status": "excluded",
            "total": "2235.62",
            "due_now": "2235.62",
        },
        "renewal": {"date": "2027-01-15", "seats": 3, "estimated_amount": "6000.00"},
        "flags": ["tax_not_included", "estimate_only"],
        "provider": PROVIDER,
    }


def test_product(api: Api) -> None:
    (autocad,) = (
        product for product in api.get("/v1/products").json()["data"] if product["id"] == "autocad"
    )
    assert autocad["name"] == "AutoCAD"
    assert {"currency": "CAD", "term": "year", "unit_price": "2000.00"} in autocad["prices"]
    assert len(autocad["prices"]) == 4 * 3


def test_instants_of_a_subscription_follow_its_zone(api: Api, clock: SettableClock) -> None:
    clock.now = datetime(2026, 2, 28, 22, 59, 59, tzinfo=timezone.utc)
    lyon = api.as_account("demo-lyon")
    assert lyon.get("/v1/subscriptions/sub_demo_3").json()["renews_at"] == (
        "2026-03-01T00:00:00+01:00"
    )
