"""Stored quotes: one for each account and idempotency key, kept word for word."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from billing.catalogue import get_promotion
from billing.errors import BillingError, Code
from billing.payloads import QuoteRequest
from billing.quotes import Quote, make_quote
from billing.representations import quote_json
from billing.subscriptions import get_subscription
from billing.tables import quotes


@dataclass(frozen=True)
class QuoteStore:
    """Quotes in a database; `new_id` makes an id that no other quote has."""

    engine: Engine
    lifetime: timedelta
    new_id: Callable[[], str]

    def create(
        self, account_id: str, idempotency_key: str, request: QuoteRequest, now: datetime
    ) -> Row:
        """The stored quote (`id`, `body`) of the account's key, made now unless it exists.

        Of two calls at once with one key, the unique constraint lets one insert; the other
        answers with the first one's quote. A refusal is not stored: the key stays free.
        Raises what `make_quote` raises, `subscription-not-found`, or `idempotency-key-reused`
        when the key belongs to another request.
        """
        with self.engine.connect() as db:
            row = _by_key(db, account_id, idempotency_key)
            if row is None:
                quote = self._quote(db, account_id, request, now)
        if row is None:
            row = self._insert(account_id, idempotency_key, request.fingerprint, quote)
        if row.fingerprint != request.fingerprint:
            raise BillingError(
                Code.IDEMPOTENCY_KEY_REUSED, "used with another body", param="Idempotency-Key"
            )
        return row

    def get(self, account_id: str, quote_id: str, now: datetime) -> str:
        """The quote's JSON. Raises `quote-expired`, or `quote-not-found` if not the account's."""
        mine = (quotes.c.account_id == account_id) & (quotes.c.id == quote_id)
        with self.engine.connect() as db:
            row = db.execute(select(quotes).where(mine)).one_or_none()
        if row is None:
            raise BillingError(Code.QUOTE_NOT_FOUND, "unknown to this account", param="quote_id")
        if now >= row.expires_at:
            raise BillingError(Code.QUOTE_EXPIRED, "ask for a new one", param="quote_id")
        return str(row.body)

    def _quote(
        self, db: Connection, account_id: str, request: QuoteRequest, now: datetime
    ) -> Quote:
        subscription = get_subscription(db, account_id, request.subscription_id, now)
        promotion = request.promotion_code and get_promotion(db, request.promotion_code)
        return make_quote(
            self.new_id(), subscription, request, promotion or None, now, self.lifetime
        )

    def _insert(self, account_id: str, idempotency_key: str, fingerprint: str, quote: Quote) -> Row:
        try:
            with self.engine.begin() as db:
                db.execute(
                    quotes.insert().values(
                        id=quote.id,
                        account_id=account_id,
                        idempotency_key=idempotency_key,
                        fingerprint=fingerprint,
                        subscription_id=quote.subscription.id,
                        expires_at=quote.expires_at,
                        body=json.dumps(quote_json(quote)),
                    )
                )
        except IntegrityError:
            pass  # the same key came first on another connection, and its row is there to read
        with self.engine.connect() as db:
            row = _by_key(db, account_id, idempotency_key)
        if row is None:
            raise RuntimeError("the database refused a quote for another reason than its key")
        return row


def _by_key(db: Connection, account_id: str, idempotency_key: str) -> Row | None:
    mine = (quotes.c.account_id == account_id) & (quotes.c.idempotency_key == idempotency_key)
    return db.execute(select(quotes).where(mine)).one_or_none()
