from __future__ import annotations

import pytest

from actions.quotes.failure import read, remark_on, written
from actions.quotes.port import QuoteError
from actions.quotes.remark import Remark


@pytest.mark.parametrize(
    ("code", "response"),
    [
        ("not-self-service", "utter_no_quote_not_self_service"),
        ("subscription-in-trial", "utter_no_quote_in_trial"),
        ("subscription-expired", "utter_no_quote_expired"),
        ("subscription-not-active", "utter_no_quote_not_active"),
        ("subscription-ended", "utter_no_quote_ended"),
        ("payment-late", "utter_no_quote_payment_late"),
        ("not-renewing", "utter_no_quote_not_renewing"),
        ("subscription-not-found", "utter_subscription_unknown"),
        ("product-not-found", "utter_product_unknown"),
        ("nothing-to-prorate", "utter_no_quote_renews_today"),
        ("invalid-quantity", "utter_seats_invalid"),
        ("sign-in-required", "utter_no_quote_sign_in"),
        ("no-subscription", "utter_no_quote_no_subscription"),
        ("rate-limited", "utter_no_quote_busy"),
        ("upstream-unavailable", "utter_no_quote_unavailable"),
        ("unauthenticated", "utter_no_quote_refused"),
        ("invalid-request", "utter_no_quote_refused"),
        ("currency-mismatch", "utter_no_quote_refused"),
        ("a-code-of-tomorrow", "utter_no_quote_refused"),
    ],
)
def test_every_code_is_spoken(code: str, response: str) -> None:
    assert remark_on(QuoteError(code)) == Remark(response)


@pytest.mark.parametrize(
    ("code", "response"),
    [
        ("rate-limited", "utter_no_quote_busy_for"),
        ("upstream-unavailable", "utter_no_quote_unavailable_for"),
    ],
)
@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (1, 1), (60, 1), (61, 2), (3600, 60)])
def test_a_wait_is_told_in_minutes(code: str, response: str, seconds: int, minutes: int) -> None:
    wait = {"type": "count", "unit": "minute", "number": minutes}
    assert remark_on(QuoteError(code, seconds)) == Remark(response, {"wait": wait})


def test_a_wait_is_told_only_where_trying_again_helps() -> None:
    assert remark_on(QuoteError("unauthenticated", 5)) == Remark("utter_no_quote_refused")


@pytest.mark.parametrize("error", [QuoteError("rate-limited", 120), QuoteError("not-found")])
def test_a_slot_carries_it_over(error: QuoteError) -> None:
    carried = read(written(error))
    assert (carried.code, carried.retry_after) == (error.code, error.retry_after)
