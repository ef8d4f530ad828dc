from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from billing.instants import (
    format_instant,
    frozen_clock,
    local_midnight,
    next_midnight,
    parse_date,
    parse_instant,
    parse_zone,
    system_clock,
)

TORONTO = ZoneInfo("America/Toronto")


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-01T12:00:00-04:00",
        "2026-09-01T16:00:00Z",
        "2026-09-01t16:00:00.987654321z",
        "2026-09-01 16:00:00+00:00",
    ],
)
def test_instants_are_read_in_utc_to_the_second(text: str) -> None:
    instant = parse_instant(text)
    assert instant == datetime(2026, 9, 1, 16, tzinfo=timezone.utc)
    assert instant.tzinfo is timezone.utc


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-09-01",
        "2026-09-01T12:00:00",
        "2026-09-01T12:00Z",
        "2026-13-01T12:00:00Z",
        "2026-09-01T25:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "now",
    ],
)
def test_other_texts_are_no_instants(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_instant(text)


@pytest.mark.parametrize("text", ["2026-9-1", "20260901", "2026-02-30", "2026-09-01T00:00:00Z"])
def test_other_texts_are_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


def test_dates_are_read() -> None:
    assert parse_date("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "name", ["", "America", "Mars/Olympus", "../../etc/passwd", "a\0b", "\ud800"]
)
def test_other_texts_are_no_zones(name: str) -> None:
    with pytest.raises(ValueError, match="IANA"):
        parse_zone(name)


def test_instants_are_written_with_their_offset() -> None:
    noon = datetime(2026, 9, 1, 16, 0, 0, 5, tzinfo=timezone.utc)
    assert format_instant(noon) == "2026-09-01T16:00:00Z"
    assert format_instant(noon.astimezone(TORONTO)) == "2026-09-01T12:00:00-04:00"


def test_midnights_are_local() -> None:
    assert format_instant(local_midnight(date(2026, 11, 1), TORONTO)) == "2026-11-01T00:00:00-04:00"
    late = datetime(2026, 11, 2, 4, 59, tzinfo=timezone.utc)
    assert format_instant(next_midnight(late, TORONTO)) == "2026-11-02T00:00:00-05:00"


def test_clocks_tell_utc_to_the_second() -> None:
    now = system_clock()
    assert (now.utcoffset(), now.microsecond) == (timedelta(0), 0)
    frozen = frozen_clock(datetime(2026, 9, 1, 12, 0, 0, 9, tzinfo=TORONTO))
    assert frozen() == frozen() == datetime(2026, 9, 1, 16, tzinfo=timezone.utc)
