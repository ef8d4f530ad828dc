from __future__ import annotations

from typing import Any

import pytest

from actions.quotes.inactive import reason


@pytest.mark.parametrize(
    ("subscription", "code"),
    [
        ({"status": "cancelled", "auto_renew": False}, "subscription-ended"),
        ({"status": "past_due", "auto_renew": True}, "payment-late"),
        ({"status": "past_due", "auto_renew": False}, "payment-late"),
        ({"status": "active", "auto_renew": False}, "not-renewing"),
        ({"status": "active", "auto_renew": True}, "subscription-not-active"),
    ],
)
def test_the_reason_of_the_three(subscription: dict[str, Any], code: str) -> None:
    assert reason(subscription) == code
