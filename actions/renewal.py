"""Whether a date in a request for a price is when the subscription renews."""

from __future__ import annotations

import re
from typing import Any

# "I need 3 seats by Friday": a date for the customer's plans, of which no price is made.
_PLANNED = re.compile(
    r"(?:^|\W)(?:by|before|from|starting|for|on|this|next|d[’']ici|avant|pour|d[eè]s"
    r"|[aà] partir d[eu]|depuis)\W+(?:(?:the|le|la|au)\W+)?$"
)
_RENEWS = re.compile(
    r"renew|renouvel|expir|until|till\b|through|jusqu|\bends?\b|\bfin\b|[eé]ch[eé]ance"
)


def is_planned(entity: dict[str, Any], text: str) -> bool:
    """True for a date that says when the seats are needed, in a sentence that names no renewal."""
    if entity["entity"] != "date":
        return False
    told = text.lower()
    before = told[: entity["start"]] + " " if entity["start"] else ""
    return bool(_PLANNED.search(before)) and not _RENEWS.search(told)
