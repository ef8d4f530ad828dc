"""One HTTP answer, and the JSON in it, read so that no amount changes on the way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any

# A day; longer than anyone waits for a price, and short enough to count.
_LONGEST_WAIT = 86_400


@dataclass(frozen=True)
class Reply:
    """`headers` are looked up in any case."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def json(self) -> Any:
        """Fractions as Decimal, whole numbers as int. ValueError for anything that is no JSON,
        NaN and Infinity included (RFC 8259, 6).
        """
        try:
            return json.loads(self.content, parse_float=Decimal, parse_constant=_refuse)
        except RecursionError:
            raise ValueError("nested too deeply") from None

    def retry_after(self, now: datetime) -> float | None:
        """Seconds to stay away: Retry-After as seconds or as a date (RFC 9110, 10.2.3), else
        X-RateLimit-Reset as Recurly sends it, in epoch seconds.

        A date counts from the answer's own Date, so that our clock may be wrong.
        """
        given = self.headers.get("Retry-After", "").strip()
        if given.isascii() and given.isdigit():
            return _bounded(float(given[:9]))
        sent = _http_date(self.headers.get("Date", "")) or now
        until = _http_date(given)
        reset = self.headers.get("X-RateLimit-Reset", "").strip()
        if until is None and self.status == 429 and reset.isascii() and reset.isdigit():
            until = datetime.fromtimestamp(int(reset[:10]), timezone.utc)
        return None if until is None else _bounded((until - sent).total_seconds())


def _http_date(text: str) -> datetime | None:
    try:
        parsed = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=timezone.utc)


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), float(_LONGEST_WAIT))


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
