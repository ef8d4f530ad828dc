"""Card numbers are removed before anything stores or logs them."""

from __future__ import annotations

import re

MASK = "[•••]"

# 13 to 19 digits, in the groups people type (ISO/IEC 7812).
_CANDIDATE = re.compile(r"(?<![\d])\d(?:[ \u00a0\u202f.\-]?\d){12,18}(?!\d)")


def mask_cards(text: str) -> tuple[str, bool]:
    """The text without card numbers, and whether there were any. Luhn tells them from other ids."""
    masked = _CANDIDATE.sub(lambda match: MASK if _is_luhn(match[0]) else match[0], text)
    return masked, masked != text


def _is_luhn(candidate: str) -> bool:
    digits = [int(c) for c in candidate if c.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
