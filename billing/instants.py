"""Instants, dates and time zones as they cross the wire, and the clock that is handed around.

Instants are RFC 3339 date-times that carry their UTC offset, days are ISO 8601 dates, zones
are names of the IANA database.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Tells the present instant: aware, in UTC, to the second."""

_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def system_clock() -> datetime:
    """Now, in UTC, to the second."""
    return datetime.now(timezone.utc).replace(microsecond=0)


def frozen_clock(instant: datetime) -> Clock:
    """A clock that always tells `instant`, which must be aware."""
    frozen = instant.astimezone(timezone.utc).replace(microsecond=0)
    return lambda: frozen


def parse_instant(text: str) -> datetime:
    """An RFC 3339 date-time, in UTC and to the second.

    Raises ValueError without an offset, and in the years 1 and 9999, where an instant may have
    no date in some zone.
    """
    match = _INSTANT.fullmatch(text)
    if match is None:
        raise ValueError("not an RFC 3339 date-time with its UTC offset")
    day, clock, offset = match.groups()
    offset = "+00:00" if offset in "Zz" else offset
    instant = datetime.fromisoformat(f"{day}T{clock}{offset}")
    if not 1 < instant.year < 9999:
        raise ValueError("outside the years 2 to 9998")
    return instant.astimezone(timezone.utc)


def parse_date(text: str) -> date:
    """An ISO 8601 calendar date, YYYY-MM-DD and nothing else. Raises ValueError."""
    if not _DATE.fullmatch(text):
        raise ValueError("not a date written YYYY-MM-DD")
    return date.fromisoformat(text)


def parse_zone(name: str) -> ZoneInfo:
    """A time zone of the IANA database by its name. Raises ValueError for any other text."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # unknown; ill-formed; a folder such as Etc
        raise ValueError("not an IANA time zone") from error


def format_instant(instant: datetime) -> str:
    """RFC 3339 to the second; UTC is written Z."""
    return instant.isoformat(timespec="seconds").replace("+00:00", "Z")


def local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of a local day, aware in `zone`."""
    return datetime.combine(day, time.min, tzinfo=zone)


def next_midnight(instant: datetime, zone: ZoneInfo) -> datetime:
    """The end of the local day that `instant` lies in."""
    return local_midnight(instant.astimezone(zone).date() + timedelta(days=1), zone)
