"""Days and months, read from the customer's point of view: today, and the region's order."""

from __future__ import annotations

from datetime import date

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.dates import numeric, relative, spelled
from bot.nlu.entities.longest import longest

# CLDR: of the regions served, only these write the month first in digits.
_MONTH_FIRST = {"en_US", "en_CA"}


def find(text: str, *, language: str, locale: str | None, today: date) -> list[Claim]:
    """`text` is folded. Without a locale, English is read month first and French day first."""
    region = locale.replace("-", "_") if locale else None
    day_first = language == "fr" if region in (None, "en") else region not in _MONTH_FIRST
    return longest(
        [
            *numeric.find(text, day_first=day_first, today=today),
            *spelled.find(text, today=today),
            *relative.find(text, today=today),
        ]
    )
