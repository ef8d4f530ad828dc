"""Why there is no amount, as something to say; and as text, for the slot that carries it over."""

from __future__ import annotations

import math

from actions.quotes.port import (
    ENDED,
    NO_SUBSCRIPTION,
    NOT_ACTIVE,
    NOT_ESTIMATED,
    NOT_RENEWING,
    PAYMENT_LATE,
    RATE_LIMITED,
    SIGN_IN_REQUIRED,
    UNAVAILABLE,
    QuoteError,
)
from actions.quotes.remark import Remark
from actions.quotes.wording import count

_SPOKEN = {
    "not-self-service": "utter_no_quote_not_self_service",
    "subscription-in-trial": "utter_no_quote_in_trial",
    "subscription-expired": "utter_no_quote_expired",
    NOT_ACTIVE: "utter_no_quote_not_active",
    ENDED: "utter_no_quote_ended",
    PAYMENT_LATE: "utter_no_quote_payment_late",
    NOT_RENEWING: "utter_no_quote_not_renewing",
    "subscription-not-found": "utter_subscription_unknown",
    "product-not-found": "utter_product_unknown",
    "nothing-to-prorate": "utter_no_quote_renews_today",
    "invalid-quantity": "utter_seats_invalid",
    SIGN_IN_REQUIRED: "utter_no_quote_sign_in",
    NO_SUBSCRIPTION: "utter_no_quote_no_subscription",
    NOT_ESTIMATED: "utter_no_quote_term",
    RATE_LIMITED: "utter_no_quote_busy",
    UNAVAILABLE: "utter_no_quote_unavailable",
}

# Every other code is a refusal of our own request or key: trying again will not help.
_REFUSED = "utter_no_quote_refused"

_TEMPORARY = frozenset({RATE_LIMITED, UNAVAILABLE})


def remark_on(error: QuoteError) -> Remark:
    """With the wait in whole minutes, where the billing system named one."""
    spoken = _SPOKEN.get(error.code, _REFUSED)
    if error.code not in _TEMPORARY or error.retry_after is None:
        return Remark(spoken)
    minutes = max(1, math.ceil(error.retry_after / 60))
    return Remark(f"{spoken}_for", {"wait": count(minutes, "minute")})


def written(error: QuoteError) -> str:
    return error.code if error.retry_after is None else f"{error.code} {error.retry_after}"


def read(slot: str) -> QuoteError:
    code, _, retry_after = slot.partition(" ")
    return QuoteError(code, int(retry_after) if retry_after else None)
