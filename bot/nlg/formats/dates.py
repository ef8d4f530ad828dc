"""Dates and times of day that cannot be mistaken: months in words, the time zone named."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, dates

from bot.nlg.formats.locales import locale_data

DateStyle = Literal["medium", "long", "full"]

_DAY_OF_MONTH = re.compile(r"\bd\b")


def format_date(day: date, locale: str, style: DateStyle = "long") -> str:
    """`2027-01-15` is "January 15, 2027", "15 January 2027" (en_GB) or "15 janvier 2027".

    `full` adds the weekday. The first of a French month is "1er", which CLDR leaves out
    (https://www.btb.termiumplus.gc.ca, Clefs du français pratique, « date »).
    """
    data = locale_data(locale)
    pattern = data.date_formats[style].pattern
    if data.language == "fr" and day.day == 1:
        pattern = _DAY_OF_MONTH.sub("'1er'", pattern)
    return dates.format_date(day, pattern, locale=data)


def format_time(at: datetime, locale: str, *, bare: bool = False) -> str:
    """`17:15` in Toronto is "5:15 p.m. EST" in en_CA, "17 h 15 HNE" in fr_CA; `bare` is without the
    zone, for a time beside another that has it. A full hour is "9 h" in French, in Canada and in
    France, where CLDR has "09 h 00" and "09:00" (OQLF, « Heure »; the customers write so, too).

    `at` is aware, else ValueError. A zone without a name in that locale is given by its city,
    "18 h 15 (Paris)" in fr_FR, and one without a city as "UTC-05:00".
    """
    if at.tzinfo is None:
        raise ValueError("time has no zone")
    data = locale_data(locale)
    pattern = _clock_pattern(at, data).replace(" ", "\u00a0")
    clock = dates.format_time(at, pattern, tzinfo=at.tzinfo, locale=data)
    return clock if bare else f"{clock}\u00a0{_zone(at, data)}"


def _clock_pattern(at: datetime, locale: Locale) -> str:
    if locale.language == "fr":
        return "H 'h' mm" if at.minute else "H 'h'"
    return str(locale.time_formats["short"].pattern)


def _zone(at: datetime, locale: Locale) -> str:
    name = dates.format_datetime(at, "z", tzinfo=at.tzinfo, locale=locale)
    if name[0] not in "+-":
        return name
    if isinstance(at.tzinfo, ZoneInfo) and "/" in at.tzinfo.key:
        city = dates.get_timezone_location(at.tzinfo, locale=locale, return_city=True)
        return f"({city})"
    # Babel falls back to an offset such as "-0430", which for zones off the hour is also wrong
    # (Newfoundland is -03:30).
    return _offset(at.utcoffset() or timedelta())


def _offset(offset: timedelta) -> str:
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "-" if offset < timedelta() else "+"
    return f"UTC{sign}{hours:02}:{minutes:02}"
