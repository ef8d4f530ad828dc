"""Card numbers are removed before anything stores or logs them."""

from __future__ import annotations

import re

MASK = "[•••]"

# Digits in the groups that people type. Expiry dates and counts may stand right beside a card.
_RUN = re.compile(r"\d+(?:[\s.\-\u2010-\u2015]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_LENGTHS = range(13, 20)  # ISO/IEC 7812


def mask_cards(text: str) -> tuple[str, bool]:
    """The text without card numbers, and whether there were any."""
    masked = _RUN.sub(lambda run: _masked(run[0]), text)
    return masked, masked != text


def _masked(run: str) -> str:
    """A card is whole groups of the run; where two readings overlap, both go."""
    groups = [group.span() for group in _GROUP.finditer(run)]
    masked, done = "", 0
    for number, (start, _) in enumerate(groups):
        ends = [end for _, end in groups[number : number + _LENGTHS[-1]]]
        end = max((end for end in ends if _is_card(run[start:end])), default=0)
        if end > done:
            masked += run[done:start] + MASK if start >= done else ""
            done = end
    return masked + run[done:]


def _is_card(candidate: str) -> bool:
    """A payment network's first digits, and the check digit (Luhn) that tells cards from ids."""
    digits = [int(c) for c in candidate if c.isdecimal()]
    if len(digits) not in _LENGTHS or not (digits[0] in range(3, 7) or 22 <= _two(digits) <= 27):
        return False
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _two(digits: list[int]) -> int:
    return 10 * digits[0] + digits[1]
