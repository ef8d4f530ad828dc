from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.nlg.formats import format_date, format_time
from bot.nlg.formats.dates import DateStyle


@pytest.mark.parametrize(
    ("day", "locale", "style", "expected"),
    [
        (date(2027, 1, 15), "en_US", "long", "January 15, 2027"),
        (date(2027, 1, 15), "en_CA", "long", "January 15, 2027"),
        (date(2027, 1, 15), "en_GB", "long", "15 January 2027"),
        (date(2027, 1, 15), "fr_CA", "long", "15 janvier 2027"),
        (date(2027, 1, 15), "fr_FR", "long", "15 janvier 2027"),
        # The first of a month, which CLDR prints as 1; the 11th, 21st and 31st are none.
        (date(2025, 3, 1), "fr_CA", "long", "1er mars 2025"),
        (date(2025, 3, 1), "fr_FR", "full", "samedi 1er mars 2025"),
        (date(2026, 12, 1), "fr_CA", "medium", "1er déc. 2026"),
        (date(2025, 3, 1), "en_GB", "full", "Saturday, 1 March 2025"),
        (date(2025, 12, 11), "fr_CA", "long", "11 décembre 2025"),
        (date(2025, 12, 31), "fr_FR", "medium", "31 déc. 2025"),
    ],
)
def test_date(day: date, locale: str, style: DateStyle, expected: str) -> None:
    assert format_date(day, locale, style) == expected


def test_a_date_is_long_unless_told_otherwise() -> None:
    assert format_date(date(2026, 3, 4), "en_CA") == "March 4, 2026"


AT = datetime(2026, 11, 22, 17, 15, tzinfo=ZoneInfo("America/Toronto"))
SUMMER = datetime(2026, 7, 1, 9, 0, tzinfo=ZoneInfo("America/Toronto"))


@pytest.mark.parametrize(
    ("at", "locale", "expected"),
    [
        (AT, "en_US", "5:15\u202fPM\u00a0EST"),
        (AT, "en_CA", "5:15\u202fp.m.\u00a0EST"),
        (AT, "en_GB", "17:15\u00a0Eastern Standard Time"),
        (AT, "fr_CA", "17\u00a0h\u00a015\u00a0HNE"),
        (AT, "fr_FR", "17\u00a0h\u00a015\u00a0HNE"),
        (SUMMER, "en_CA", "9:00\u202fa.m.\u00a0EDT"),
        (SUMMER, "fr_CA", "9\u00a0h\u00a0HAE"),
        (SUMMER, "fr_FR", "9\u00a0h\u00a0HEE"),
        (SUMMER.replace(minute=5), "fr_CA", "9\u00a0h\u00a005\u00a0HAE"),
        (SUMMER.replace(hour=0), "fr_FR", "0\u00a0h\u00a0HEE"),
    ],
)
def test_time_with_the_name_of_its_zone(at: datetime, locale: str, expected: str) -> None:
    assert format_time(at, locale) == expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (timedelta(hours=-5), "UTC-05:00"),
        (timedelta(hours=5, minutes=45), "UTC+05:45"),
        # Babel prints -0430 for Newfoundland's offset.
        (timedelta(hours=-3, minutes=-30), "UTC-03:30"),
    ],
)
@pytest.mark.parametrize("locale", ["en_US", "en_CA", "en_GB", "fr_CA", "fr_FR"])
def test_time_in_a_zone_without_a_name(offset: timedelta, expected: str, locale: str) -> None:
    at = datetime(2026, 11, 22, 17, 15, tzinfo=timezone(offset))
    assert format_time(at, locale).endswith(f"\u00a0{expected}")


@pytest.mark.parametrize(
    ("zone", "locale", "expected"),
    [
        ("America/St_Johns", "en_US", "6:45\u202fPM\u00a0(St. John’s)"),
        ("America/St_Johns", "en_CA", "6:45\u202fp.m.\u00a0NST"),
        ("Europe/Paris", "fr_FR", "23\u00a0h\u00a015\u00a0(Paris)"),
    ],
)
def test_a_zone_is_named_or_else_its_city(zone: str, locale: str, expected: str) -> None:
    assert format_time(AT.astimezone(ZoneInfo(zone)), locale) == expected


@pytest.mark.parametrize(
    ("locale", "expected"), [("en_CA", "5:15\u202fp.m."), ("fr_CA", "17\u00a0h\u00a015")]
)
def test_a_bare_time_has_no_zone(locale: str, expected: str) -> None:
    at = AT.astimezone(ZoneInfo("America/Toronto"))
    assert format_time(at, locale, bare=True) == expected


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        format_time(datetime(2026, 11, 22, 17, 15), "en_CA")
