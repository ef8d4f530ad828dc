"""When a customer would like to be called: « demain matin », "Monday between 2 and 4".

The words are read by the customer's clock. What they mean there is ours (a morning is 8 to 12); the
desk's hours, where they are known, only cut a window. An hour without am or pm is one that people
call at: "at 3" is 15:00, "at 9" is 9:00.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.handoff.hours import Schedule, moment

Refusal = Literal["unclear", "past", "far", "closed"]
Span = tuple[int, int]
"""Minutes after midnight by the customer's clock."""

DAYS_AHEAD = 30
PARTS: dict[str, Span] = {
    "morning": (8 * 60, 12 * 60),
    "noon": (12 * 60, 13 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "late": (16 * 60, 18 * 60),
    "evening": (18 * 60, 21 * 60),
}
_QUARTER = timedelta(minutes=15)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Context:
    """`region` is CA, US, GB, FR or None, `locale` such as fr_CA or None; `zone` is the customer's,
    `now` aware, and `schedule` None where no hours are known.
    """

    region: str | None
    locale: str | None
    language: str
    now: datetime
    zone: ZoneInfo
    schedule: Schedule | None = None

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True)
class Window:
    """Aware, in the customer's zone; `part` is what it is suggested as."""

    start: datetime
    end: datetime
    part: str | None = None

    @property
    def value(self) -> dict[str, Any]:
        """For a response (bot/nlg/values.py); the zone is said once, unless it changes meanwhile."""
        day = {"type": "date", "date": self.start.date().isoformat(), "style": "full"}
        zone = str(self.start.tzinfo)
        start, end = (
            {"type": "time", "at": at.isoformat(), "zone": zone} for at in (self.start, self.end)
        )
        bare = self.start.utcoffset() == self.end.utcoffset()
        values = {"day": day, "start": {**start, "bare": bare}, "end": end}
        return {"type": "response", "name": "utter_callback_window", "values": values}


def check(window: Window, context: Context) -> Window | Refusal:
    """The part of the window that is possible: ahead, and from the first to the last moment of it at
    which the desk is known to be open, a lunch in between included.
    """
    start, end, now = map(_utc, (window.start, window.end, context.now))
    if end - start < _QUARTER:
        return "unclear"
    if start > now + timedelta(DAYS_AHEAD + 1):
        return "far"
    if start < now:
        start = next_quarter(now)
        if end - start < _QUARTER:
            return "past"
    if context.schedule is not None:
        shifts = [(max(start, s), min(end, e)) for s, e in _shifts(context.schedule, start, end)]
        shifts = [shift for shift in shifts if shift[1] - shift[0] >= _QUARTER]
        if not shifts:
            return "closed"
        start, end = shifts[0][0], shifts[-1][1]
    return Window(start.astimezone(context.zone), end.astimezone(context.zone), window.part)


def suggestions(context: Context) -> Iterator[Window]:
    """Mornings, afternoons and evenings of the coming week that are possible, each with its part;
    where no hours are known, mornings and afternoons from Monday to Friday.
    """
    for day in (context.today + timedelta(days) for days in range(7)):
        if context.schedule is None and day.isoweekday() > 5:
            continue
        for part in ("morning", "afternoon", "evening")[: 3 if context.schedule else 2]:
            found = fit(day, PARTS[part], context)
            if isinstance(found, Window):
                yield Window(found.start, found.end, part)


def fit(day: date, span: Span, context: Context) -> Window | Refusal:
    if day < context.today:
        return "past"
    if day > context.today + timedelta(DAYS_AHEAD):
        return "far"
    start, end = (moment(day, minutes, context.zone) for minutes in span)
    return check(Window(start, end), context)


def _shifts(schedule: Schedule, start: datetime, end: datetime) -> Iterator[tuple[datetime, ...]]:
    """In UTC, of the desk's days that a window touches."""
    for day in sorted({at.astimezone(schedule.zone).date() for at in (start, end)}):
        for shift in schedule.shifts_on(day):
            yield tuple(map(_utc, shift))


def next_quarter(at: datetime) -> datetime:
    return at + (_EPOCH - at) % _QUARTER


def _utc(at: datetime) -> datetime:
    return at.astimezone(timezone.utc)
