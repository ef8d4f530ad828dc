"""Dates in digits: ISO 8601, and day and month in the order that the region writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.dates.calendar import existing, full_year, next_on_or_after
from bot.nlu.entities.dates.found import KIND, dated

_ISO = re.compile(r"(?<![\w./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_COMPACT = re.compile(r"\s*(20\d\d)(\d\d)(\d\d)[\s.!]*")
_FULL = re.compile(r"(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
# Without a year, "3/4" may be a fraction or "3 or 4": a cue, two padded groups or a day that is no
# month ("30/6") make it a date.
_CUE = r"(?:on|by|until|till|before|from|renews?|expires?|ends?|le|du|au|avant|d'ici|echeance)"
_YEARLESS = re.compile(
    rf"(?:(?<=\s)|^)(?P<cue>{_CUE}\s+(?:on |the |le )?)?"
    r"(?P<date>(?!24/7\b)(\d{1,2})/(\d{1,2}))(?![\w/-]|[.,]\d|\s*%)"
)


def find(text: str, *, day_first: bool, today: date) -> Iterator[Claim]:
    for match in _ISO.finditer(text):
        year, first, second = int(match[1]), int(match[3]), int(match[4])
        yield dated(match, existing(year, first, second) or existing(year, second, first))
    compact = _COMPACT.fullmatch(text)
    if compact:
        day = existing(int(compact[1]), int(compact[2]), int(compact[3]))
        if day:
            yield Claim(compact.start(1), compact.end(3), KIND, "date", day.isoformat())
    for match in _FULL.finditer(text):
        year = int(match[4]) if len(match[4]) == 4 else full_year(int(match[4]))
        day = _ordered(int(match[1]), int(match[3]), year, day_first=day_first)
        if day or len(match[4]) == 4 or _almost(int(match[1]), int(match[3])):
            yield dated(match, day)
    yield from _yearless(text, day_first=day_first, today=today)


def _ordered(first: int, second: int, year: int, *, day_first: bool) -> date | None:
    """An order that gives no day falls back to the other one."""
    day_month, month_day = existing(year, second, first), existing(year, first, second)
    return (day_month or month_day) if day_first else (month_day or day_month)


def _almost(first: int, second: int) -> bool:
    """31/02/26 was meant as a date; 45-60-99 was not."""
    return min(first, second) in range(1, 13) and max(first, second) in range(1, 32)


def _yearless(text: str, *, day_first: bool, today: date) -> Iterator[Claim]:
    for match in _YEARLESS.finditer(text):
        first, second = int(match[3]), int(match[4])
        unlike_a_fraction = len(match["date"]) == 5 or max(first, second) > 12
        if not (match["cue"] or (match["date"] == text.strip() and unlike_a_fraction)):
            continue
        day_month = next_on_or_after(today, second, first)
        month_day = next_on_or_after(today, first, second)
        day = (day_month or month_day) if day_first else (month_day or day_month)
        if day:
            yield Claim(*match.span("date"), KIND, "date", day.isoformat())
