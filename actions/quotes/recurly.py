"""The adapter for Recurly (API v2021-02-25).

The amount is the previewed charge invoice's total less the credit invoices'
(https://recurly.com/developers/api/v2021-02-25/#operation/preview_subscription_change). Recurly
sends money as JSON numbers in major units: they are read as decimals, never as floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote as quoted

from actions.quotes.client import Refusal
from actions.quotes.exchange import Exchange
from actions.quotes.live import Due, Setting, WithoutCatalogue, live_quote
from actions.quotes.port import (
    NOT_ACTIVE,
    NOT_RENEWING,
    UNAVAILABLE,
    Quote,
    QuoteError,
    Subscription,
    TaxStatus,
)
from actions.quotes.sense import (
    due_for_more_seats,
    exact,
    known_currency,
    require,
    sensible,
    text,
    total,
    whole,
)

ACCEPT = "application/vnd.recurly.v2021-02-25"

# More subscriptions than one page holds are more than a customer can choose from.
_PAGE = "200"

# A canceled one runs to the end of its term and is not renewed.
_NOT_NOW = {"expired": "subscription-expired", "canceled": NOT_RENEWING, "active": NOT_RENEWING}


class RecurlyProvider(WithoutCatalogue):
    """Implements QuoteProvider."""

    def __init__(self, exchange: Exchange, setting: Setting) -> None:
        self._exchange, self._setting = exchange, setting

    def subscriptions(self, account: str) -> list[Subscription]:
        try:
            page = self._exchange.get(
                f"/accounts/{quoted(account, safe='')}/subscriptions",
                {"state": "live", "limit": _PAGE},
            )
        except QuoteError as error:
            if error.code == "subscription-not-found":
                return []  # no such account: it has no subscriptions
            raise
        return sensible(lambda: [self._subscription(item) for item in page["data"]])

    def quote(self, account: str, subscription_id: str, seats: int) -> Quote:
        path = f"/subscriptions/{quoted(subscription_id, safe='')}"
        found = self._exchange.get(path)
        effective_at = self._setting.now()
        sensible(lambda: _check_may_add(found, account, effective_at))
        subscription = sensible(lambda: self._subscription(found))
        change = self._exchange.post(
            f"{path}/change/preview",
            json={"timeframe": "now", "quantity": subscription.seats + seats},
            preview=True,
        )
        return sensible(
            lambda: live_quote(
                subscription,
                seats,
                _due(change, subscription.currency, effective_at),
                _instant(found["current_period_ends_at"]),
                self._setting,
                is_demo=False,
            )
        )

    def _subscription(self, found: Any) -> Subscription:
        return Subscription(
            id=text(found["id"]),
            product_name=text(found["plan"]["name"]),
            currency=known_currency(found["currency"]),
            seats=whole(found["quantity"]),
            renews_on=self._setting.day(_instant(found["current_period_ends_at"])),
        )


def refusals(status: int, body: Any) -> Refusal:
    """https://recurly.com/developers/api/v2021-02-25/#section/Errors"""
    error = body.get("error") if isinstance(body, dict) else None
    kind = error.get("type") if isinstance(error, dict) else None
    if not isinstance(kind, str):
        return Refusal(UNAVAILABLE)
    if status in (401, 403):
        return Refusal("unauthenticated")
    if kind == "simultaneous_request":
        return Refusal(UNAVAILABLE, again=True)
    if kind == "not_found":
        return Refusal("subscription-not-found")
    return Refusal("invalid-request")


def _check_may_add(found: Any, account: str, now: datetime) -> None:
    owner = found["account"]
    if account not in (owner["id"], f"code-{owner['code']}"):
        raise QuoteError("subscription-not-found")
    trial_ends = found.get("trial_ends_at")
    if trial_ends is not None and _instant(trial_ends) > now:
        raise QuoteError("subscription-in-trial")
    if found["state"] != "active" or not found["auto_renew"]:
        raise QuoteError(_NOT_NOW.get(found["state"], NOT_ACTIVE))
    if found.get("pending_change"):
        raise QuoteError("invalid-request")  # the change would replace it: a person has to look
    if _instant(found["current_period_ends_at"]) <= now:
        raise QuoteError("nothing-to-prorate")


def _due(change: Any, currency: str, effective_at: datetime) -> Due:
    invoices = change["invoice_collection"]
    charge, credits = invoices["charge_invoice"], invoices.get("credit_invoices") or []
    for invoice in (charge, *credits):
        _check_invoice(invoice, currency)
    # Credit invoices are negative; a preview has been seen with either sign.
    amount = _money(charge["total"], currency) - total(
        abs(_money(credit["total"], currency)) for credit in credits
    )
    taxed = any(_money(invoice["tax"], currency) for invoice in (charge, *credits))
    tax_status: TaxStatus = "included" if taxed else "unknown"
    return Due(due_for_more_seats(amount), tax_status, effective_at)


def _check_invoice(invoice: Any, currency: str) -> None:
    require(known_currency(invoice["currency"]) == currency, "the subscription's currency")
    require(not invoice["has_more_line_items"], "all of its lines")
    subtotal = _money(invoice["subtotal"], currency)
    require(_sum(invoice["line_items"], "subtotal", currency) == subtotal, "lines that add up")
    discount, tax = _money(invoice["discount"], currency), _money(invoice["tax"], currency)
    require(subtotal - discount + tax == _money(invoice["total"], currency), "a total")


def _sum(lines: Sequence[Any], name: str, currency: str) -> Decimal:
    return total(_money(line[name], currency) for line in lines)


def _money(number: Any, currency: str) -> Decimal:
    require(type(number) in (int, Decimal), "a number")
    return exact(Decimal(number), currency)


def _instant(written: Any) -> datetime:
    instant = datetime.fromisoformat(text(written).replace("Z", "+00:00"))
    require(instant.tzinfo is not None, "an instant with an offset")
    return instant
