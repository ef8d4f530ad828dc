"""Which of its three reasons the contract's `subscription-not-active` has for one subscription."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.quotes.port import ENDED, NOT_ACTIVE, NOT_RENEWING, PAYMENT_LATE

_BY_STATUS = {"cancelled": ENDED, "past_due": PAYMENT_LATE}


def reason(subscription: Mapping[str, Any]) -> str:
    """The code to tell; the contract's own where the subscription shows none of the three."""
    by_status = _BY_STATUS.get(subscription["status"])
    if by_status is not None:
        return by_status
    return NOT_RENEWING if subscription["auto_renew"] is False else NOT_ACTIVE
