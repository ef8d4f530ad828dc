"""Our addresses, as the platforms know them."""

from __future__ import annotations

from urllib.parse import urlencode

PREFIX = "/channels"
REPORTED = "message"
"""In a query: the key of the message of which the platform tells."""


def address(public_url: str, name: str) -> str:
    """Where the platform is to send its events."""
    return f"{public_url}{PREFIX}/{name}"


def reports_address(webhook: str, key: str) -> str:
    """Where it may tell what has become of a message."""
    return f"{webhook}?{urlencode({REPORTED: key})}"
