"""A date as a claim on the text."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.entities.claim import Claim

KIND = "DATE"


def dated(match: re.Match[str], day: date | None) -> Claim:
    """`None` is a day that does not exist: the customer is asked again with the words as typed."""
    if day is None:
        return Claim(match.start(), match.end(), KIND, "date", None, "invalid")
    return Claim(match.start(), match.end(), KIND, "date", day.isoformat())


def month_only(start: int, end: int, year: int, month: int) -> Claim:
    return Claim(start, end, KIND, "date", f"{year:04}-{month:02}", "partial")
