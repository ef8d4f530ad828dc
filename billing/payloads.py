"""Request bodies as values: exactly the contract's fields and types."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

from billing.fields import Fields
from billing.instants import format_instant, parse_date, parse_instant, parse_zone
from billing.terms import Term


@dataclass(frozen=True)
class QuoteRequest:
    """`effective_at` None means now, on the server's clock."""

    subscription_id: str
    seats_to_add: int
    effective_at: datetime | None
    promotion_code: str | None
    locale: str

    @property
    def fingerprint(self) -> str:
        """The same for two bodies that ask for the same thing, however they are written."""
        effective_at = self.effective_at and format_instant(self.effective_at)
        asked = (self.subscription_id, self.seats_to_add, effective_at)
        text = json.dumps([*asked, self.promotion_code, self.locale])
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class EstimateRequest:
    """`renewal_date` is a day in `zone`."""

    product_id: str
    seats_to_add: int
    renewal_date: date
    currency: str
    term: Term
    zone: ZoneInfo


def parse_quote_request(body: bytes) -> QuoteRequest:
    """Raises `invalid-request` naming the field, or `invalid-quantity`."""
    asked = Fields(body, [field.name for field in fields(QuoteRequest)])
    return QuoteRequest(
        subscription_id=asked.text("subscription_id"),
        seats_to_add=asked.seats("seats_to_add"),
        effective_at=(
            asked.parse("effective_at", parse_instant) if asked.has("effective_at") else None
        ),
        promotion_code=asked.text("promotion_code") if asked.has("promotion_code") else None,
        locale=asked.parse("locale", _locale, default="en"),
    )


def parse_estimate_request(body: bytes) -> EstimateRequest:
    """Raises `invalid-request` naming the field, or `invalid-quantity`."""
    names = ("product_id", "seats_to_add", "renewal_date", "currency", "term", "timezone")
    asked = Fields(body, names)
    return EstimateRequest(
        product_id=asked.text("product_id"),
        seats_to_add=asked.seats("seats_to_add"),
        renewal_date=asked.parse("renewal_date", parse_date),
        currency=asked.parse("currency", _currency),
        term=asked.parse("term", Term, default=Term.YEAR.value),
        zone=asked.parse("timezone", parse_zone, default="America/Toronto"),
    )


def _locale(text: str) -> str:
    if text not in ("en", "fr"):
        raise ValueError("neither en nor fr")
    return text


def _currency(text: str) -> str:
    if not (len(text) == 3 and text.isalpha() and text.isupper()):
        raise ValueError("not three capital letters")
    return text
