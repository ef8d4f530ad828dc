"""When somebody answers at the desk. Hours that hours.yml does not give are never made up.

Public holidays, with the days on which they are made up for, are those of the library `holidays`
(https://holidays.readthedocs.io).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import yaml

SHIPPED = Path(__file__).with_name("hours.yml")

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LANGUAGES = ("en", "fr")
_DAY_ENDS = 24 * 60
# Longer than any holiday: a desk that opens on no day of a year has no opening.
_DAYS_AHEAD = 366

Minutes = tuple[int, int]
"""A shift by the clock on the wall: minutes after midnight, the end excluded, 1440 at the latest."""


def moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """When the clocks of `zone` show `minutes` after midnight of `day`; 1440 is the next midnight.

    A time that the clocks skip is the moment after the gap (02:30 is 03:00); of a time that they
    show twice it is the first.
    """
    days, minutes = divmod(minutes, _DAY_ENDS)
    wall = datetime.combine(day + timedelta(days), time(*divmod(minutes, 60)), zone)
    before = wall.replace(fold=0).utcoffset() or timedelta()
    after = wall.replace(fold=1).utcoffset() or timedelta()
    if after <= before:
        return wall
    # Inside a gap. In UTC the day is without one; the clocks jump where the offset changes.
    instant = wall.replace(fold=1).astimezone(timezone.utc)
    while (instant.astimezone(zone).utcoffset() or timedelta()) < after:
        instant += timedelta(minutes=1)
    return instant.astimezone(zone)


@dataclass(frozen=True)
class Schedule:
    """`week` has the shifts of Monday first; `dates` are the days with hours of their own.

    `holidays` is an ISO 3166 code (`FR`, `CA-QC`), or None where public holidays are worked.
    """

    zone: ZoneInfo
    week: tuple[tuple[Minutes, ...], ...]
    holidays: str | None = None
    dates: Mapping[date, tuple[Minutes, ...]] | None = None

    def shifts_on(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The day's shifts in order, aware and in the desk's zone; the end is not in the shift."""
        moments = (
            (moment(day, start, self.zone), moment(day, end, self.zone))
            for start, end in self._minutes_on(day)
        )
        return tuple((start, end) for start, end in moments if _utc(start) < _utc(end))

    def is_open(self, at: datetime) -> bool:
        """`at` is aware, else ValueError."""
        return any(
            _utc(start) <= _utc(at) < _utc(end) for start, end in self.shifts_on(self._day(at))
        )

    def next_opening(self, at: datetime) -> datetime | None:
        """The first moment from `at` on at which the desk is open: `at` itself if it is open then.

        In the desk's zone; None where it opens on no day of the coming year.
        """
        if self.is_open(at):
            return at.astimezone(self.zone)
        today = self._day(at)
        days = (today + timedelta(days) for days in range(_DAYS_AHEAD + 1))
        starts = (start for day in days for start, _ in self.shifts_on(day))
        return next((start for start in starts if _utc(start) >= _utc(at)), None)

    def _day(self, at: datetime) -> date:
        _utc(at)
        return at.astimezone(self.zone).date()

    def _minutes_on(self, day: date) -> tuple[Minutes, ...]:
        if self.dates and day in self.dates:
            return self.dates[day]
        if self.holidays and day in _public_holidays(self.holidays, day.year):
            return ()
        return self.week[day.weekday()]


class Hours:
    def __init__(self, schedules: Mapping[tuple[str, str], Schedule]) -> None:
        self._schedules = schedules

    @classmethod
    def load(cls, source: Path | str = SHIPPED) -> Hours:
        """From a file, or from YAML text. Raises ValueError that names the place, as in
        "regions.CA.fr.week.monday: shifts overlap".
        """
        text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
        try:
            _refuse_doubles(yaml.compose(text, yaml.SafeLoader), "")
            content = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise ValueError(f"hours: not YAML: {error}") from error
        regions = _mapping(_mapping(content, "hours", {"regions"}).get("regions"), "regions")
        return cls(dict(_schedules(regions)))

    def of(self, region: str | None, language: str | None) -> Schedule | None:
        """None where no hours are given: then nothing is known, open or closed."""
        return self._schedules.get((region or "", language or ""))


def _schedules(regions: Mapping[Any, Any]) -> Iterator[tuple[tuple[str, str], Schedule]]:
    for region, languages in regions.items():
        place = f"regions.{region}"
        # YAML reads an unquoted NO as false.
        if not isinstance(region, str) or region not in holidays.list_supported_countries():
            raise ValueError(f"{place}: unknown country")
        for language, raw in _mapping(languages, place).items():
            if language not in _LANGUAGES:
                raise ValueError(f"{place}.{language}: unknown language")
            yield (region, language), _schedule(raw, f"{place}.{language}")


def _schedule(raw: object, place: str) -> Schedule:
    found = _mapping(raw, place, {"zone", "holidays", "week", "closed", "dates"})
    # A desk that closes on no public holiday says so, rather than forget to say which.
    for key in ("zone", "holidays", "week"):
        if key not in found:
            raise ValueError(f"{place}.{key}: missing")
    week = _mapping(found["week"], f"{place}.week", set(_WEEK))
    return Schedule(
        _zone(found["zone"], f"{place}.zone"),
        tuple(_shifts(week.get(day, []), f"{place}.week.{day}") for day in _WEEK),
        _holidays_code(found["holidays"], f"{place}.holidays"),
        _dates(found, place),
    )


def _dates(found: Mapping[Any, Any], place: str) -> dict[date, tuple[Minutes, ...]]:
    closed, special = found.get("closed") or [], found.get("dates") or {}
    if not isinstance(closed, list):
        raise ValueError(f"{place}.closed: not a list")
    dates: dict[date, tuple[Minutes, ...]] = {}
    for key, day, shifts in (
        *(("closed", day, []) for day in closed),
        *(("dates", *item) for item in _mapping(special, f"{place}.dates").items()),
    ):
        if type(day) is not date:
            raise ValueError(f"{place}.{key}.{day}: not a date, write 2026-12-24")
        if day in dates:
            raise ValueError(f"{place}.{key}.{day}: given twice")
        dates[day] = _shifts(shifts, f"{place}.{key}.{day}")
    return dates


def _shifts(raw: object, place: str) -> tuple[Minutes, ...]:
    if not isinstance(raw, list):
        raise ValueError(f"{place}: not a list of shifts")
    shifts = sorted(_shift(shift, place) for shift in raw)
    if any(later[0] < earlier[1] for earlier, later in pairwise(shifts)):
        raise ValueError(f"{place}: shifts overlap")
    return tuple(shifts)


def _shift(raw: object, place: str) -> Minutes:
    with _at(f'{place}: not a shift, write "09:00-12:00": {raw}'):
        start, end = (_minutes(edge) for edge in str(raw).split("-"))
    if end <= start:
        raise ValueError(f"{place}: ends before it starts, or goes past 24:00: {raw}")
    return start, end


def _minutes(clock: str) -> int:
    if clock == "24:00":
        return _DAY_ENDS
    at = datetime.strptime(clock, "%H:%M").replace(tzinfo=timezone.utc)
    return at.hour * 60 + at.minute


def _zone(raw: object, place: str) -> ZoneInfo:
    with _at(f"{place}: unknown time zone: {raw}"):
        return ZoneInfo(str(raw))


def _holidays_code(raw: object, place: str) -> str | None:
    if raw == "none":
        return None
    with _at(f"{place}: unknown country or subdivision: {raw}"):
        _public_holidays(str(raw), 2026)
        return str(raw)


@lru_cache(maxsize=64)
def _public_holidays(code: str, year: int) -> frozenset[date]:
    country, _, subdivision = code.partition("-")
    return frozenset(holidays.country_holidays(country, subdivision or None, years=year))


@contextmanager
def _at(problem: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, NotImplementedError, OSError) as error:
        raise ValueError(problem) from error


def _mapping(raw: object, place: str, keys: set[str] | None = None) -> Mapping[Any, Any]:
    if not isinstance(raw, Mapping):
        raise ValueError(f"{place}: not a mapping")
    if keys is not None and (unknown := [str(key) for key in raw if key not in keys]):
        raise ValueError(f"{place}.{unknown[0]}: unknown")
    return raw


def _refuse_doubles(node: yaml.Node | None, place: str) -> None:
    """YAML would let the second Monday replace the first."""
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        inside = f"{place}.{key.value}".lstrip(".")
        if key.value in seen and key.value != "<<":
            raise ValueError(f"{inside}: given twice")
        seen.add(key.value)
        _refuse_doubles(value, inside)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("time has no zone")
    # Python compares two times of one zone by their clocks, which jump.
    return at.astimezone(timezone.utc)
