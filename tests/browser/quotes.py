"""Figures of a quote, as bot/channels/cards.py sends them, for cards that a test wants."""

from __future__ import annotations

from typing import Any

QUOTE: dict[str, Any] = {
    "estimate": False,
    "demo": True,
    "id": "quote_1",
    "product": "AutoCAD",
    "subscription": "sub_demo_1",
    "seats": 3,
    "seats_after": 13,
    "due_now": "887.67",
    "unit_price": "2000.00",
    "currency": "CAD",
    "tax_status": "excluded",
    "proration": {"unit": "day", "remaining": 54, "total": 365},
    "renewal": {"date": "2027-01-15", "amount": "26000.00"},
    "expires_at": "2026-11-22T12:15:00-05:00",
}
ESTIMATE = {**QUOTE, "estimate": True, "subscription": None, "expires_at": None}
EXPIRED = {**QUOTE, "expires_at": "2026-11-22T11:59:00-05:00"}
