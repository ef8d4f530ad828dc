"""A day and a time of day in a customer's words, as a window or as a change of one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from bot.handoff.form.clock_words import DAY, Edge, Times, read_times
from bot.handoff.form.windows import (
    Context,
    Refusal,
    Span,
    Window,
    check,
    fit,
    next_quarter,
    suggestions,
)
from bot.nlu.entities import dates
from bot.nlu.entities.dates.calendar import next_day_of_month
from bot.nlu.entities.dates.words import NUMBERS, WEEKDAY, WEEKDAYS, any_of
from bot.nlu.entities.folding import fold

Named = Literal["date", "weekday", "nothing", "unclear"]

_LONGEST_TEXT = 200
# In minutes: a longer window is the rest of some day, which says nothing of another day.
_LONGEST_KEPT = 6 * 60
_SHORTEST = 15
_ONE_SPELLING = (
    (re.compile(r"apres[\s-]midi|(?<!\w)aprem(?!\w)"), "afternoon"),
    (re.compile(r"avant[\s-]midi"), "morning"),
)
_NUMBERS = NUMBERS | {"une": 1}
_NUMBER_OF_HOURS = re.compile(
    rf"(?<!\w)({any_of(_NUMBERS)})(?=\s+(?:heures?|h|hours?|[ap]\.?m|o'?clock)(?!\w))"
)
# "in 2 hours" is counted from now; "for 2 hours" is no time at all.
_LASTING = re.compile(
    r"(?<!\w)(?:(?P<later>in|dans)|for|pendant|within|d'ici)\s+(?P<hours>\d\d?|an)"
    r"\s?h(?:ours?|eures?|rs?)?(?!\w)"
)
_PERIOD = re.compile(
    r"(?<!\w)(?:next\s+(?:month|(?P<en>week))|mois\s+prochain|(?P<fr>semaine)\s+prochaine)(?!\w)"
)
_SHIFTED = re.compile(
    r"(?<!\w)(?:(?P<by>\d\d?|an)\s?h(?:ours?|eures?|rs?)?\s+)?(?:(?P<earlier>earlier|sooner|(?<!au )(?<!le )plus\s+tot)"
    r"|later|(?<!au )(?<!le )plus\s+tard)(?!\w|.*\b(?:possible|week|semaine))"
)
_WEEKDAY = re.compile(rf"(?<!\w)(?P<day>{WEEKDAY})s?(?!\w)")
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?:(?:le|the|{WEEKDAY})\s+){{1,2}}(?P<day>\d\d?)(?:st|nd|rd|th|er)?(?![\w/.-])|\d)"
)
_DENIED = re.compile(r"(?<!\w)(?:not|but|except|pas|sauf)\s+(?:(?:on|le|ce)\s+)?$")
_THIS = re.compile(r"(?<!\w)(?:(?:this|cet|ce)\s+(?:morning|afternoon|evening|matin|soir)|tonight)")
_ANY = re.compile(
    r"(?<!\w)(?:as\s+soon\s+as|asap|right\s+(?:now|away)|now|any\s*time|whenever|plus\s+(?:tot|vite)"
    r"|des\s+que|maintenant|tout\s+de\s+suite|n'importe\s+quand|peu\s+importe)(?!\w)"
)


def read_window(text: str, context: Context) -> Window | Refusal:
    """ "unclear" names no time, "past" is over, "far" is more than DAYS_AHEAD days ahead, and "closed"
    is outside of the hours that are known.
    """
    words = _spelled(text)
    lasting = _LASTING.search(words)
    if lasting and lasting["later"]:
        start = next_quarter(
            context.now + timedelta(hours=int(lasting["hours"].replace("an", "1")))
        )
        return check(Window(start, start + timedelta(hours=1)), context)
    times, day, named = _read(words, context)
    if named == "nothing" and times.span is None:
        named = "unclear"
        if _ANY.search(words):
            return next(suggestions(context), "unclear")
    if named == "unclear":
        return "unclear"
    found = fit(day, times.span or DAY, context)
    if found != "past" or named == "date" or _THIS.search(words):
        return found
    # "Monday at 9" at noon on a Monday is a week away; "at 9" is tomorrow.
    return fit(day + timedelta(7 if named == "weekday" else 1), times.span or DAY, context)


def corrected_window(text: str, noted: Window, context: Context) -> Window | Refusal:
    """`noted` as `text` changes it: the day or the hours that it does not name stay as they were."""
    words = _spelled(text)
    is_from_now = _LASTING.search(words) or _THIS.search(words)
    if is_from_now or (_ANY.search(words) and not _SHIFTED.search(words)):
        return read_window(text, context)
    hours, shifted = _hours_of(noted), _SHIFTED.search(words)
    # In "2 hours later" nothing is at two o'clock.
    by = shifted if shifted and shifted["by"] else None
    times, day, named = _read(by.re.sub(" ", words) if by else words, context)
    if named == "unclear" or (named == "nothing" and times.span is None and shifted is None):
        return "unclear"
    span = _corrected_span(times, shifted, hours)
    day = noted.start.date() if named == "nothing" else day
    found = fit(day, span, context)
    if found == "past" and named == "weekday":
        return fit(day + timedelta(7), span, context)
    return found


def _read(words: str, context: Context) -> tuple[Times, date, Named]:
    times = read_times(_LASTING.sub(" ", words))
    return times, *_read_day(times.rest, context)


def _spelled(text: str) -> str:
    words = fold(text[:_LONGEST_TEXT]).text
    for pattern, spelling in _ONE_SPELLING:
        words = pattern.sub(spelling, words)
    return _NUMBER_OF_HOURS.sub(lambda m: str(_NUMBERS[re.sub(r"[\s-]+", " ", m[1])]), words)


def _hours_of(window: Window) -> Span:
    start, end = (at.hour * 60 + at.minute for at in (window.start, window.end))
    return start, end if end > start else 24 * 60


def _corrected_span(times: Times, shifted: re.Match[str] | None, hours: Span) -> Span:
    if times.span is not None:
        return _narrowed(times.span, times.open_edge, hours)
    if shifted is not None:
        return _shifted(shifted, hours)
    return hours if hours[1] - hours[0] <= _LONGEST_KEPT else DAY


def _narrowed(span: Span, open_edge: Edge, hours: Span) -> Span:
    """ "Not before 10:30" leaves the end that was noted, where there is time until then."""
    start, end = span
    if open_edge == "end" and hours[1] - start >= _SHORTEST:
        return start, hours[1]
    if open_edge == "start" and end - hours[0] >= _SHORTEST:
        return hours[0], end
    return span


def _shifted(match: re.Match[str], hours: Span) -> Span:
    """ "Earlier" is before what was noted, on the same day, and "later" after it."""
    start, end = hours
    if match["by"]:
        by = int(match["by"].replace("an", "1")) * (-60 if match["earlier"] else 60)
        return max(start + by, 0), min(end + by, 24 * 60)
    if match["earlier"]:
        return (DAY[0] if start > DAY[0] else max(start - 120, 0)), start
    return end, (DAY[1] if end < DAY[1] else min(end + 120, 24 * 60))


def _read_day(text: str, context: Context) -> tuple[date, Named]:
    today, period = context.today, _PERIOD.search(text)
    text = _PERIOD.sub(_blank, text)
    claims = dates.find(text, language=context.language, locale=context.locale, today=today)
    claims = [claim for claim in claims if not _DENIED.search(text[: claim.start])]
    weekdays = [
        WEEKDAYS[match["day"]]
        for match in _WEEKDAY.finditer(text)
        if not _DENIED.search(text[: match.start()])
    ]
    if period:
        monday = today + timedelta(7 - today.weekday())
        is_week = period["en"] or period["fr"]
        return (
            (monday + timedelta(weekdays[0] - 1), "date")
            if weekdays and is_week
            else (today, "unclear")
        )
    if claims:
        claim = claims[0]
        if claim.role is not None:  # 31 February, or a month without a day
            return today, "unclear"
        is_weekday = text[claim.start : claim.end] in WEEKDAYS
        return date.fromisoformat(str(claim.value)), "weekday" if is_weekday else "date"
    return _numbered(text, today, weekdays[0] if weekdays else None)


def _numbered(text: str, today: date, weekday: int | None) -> tuple[date, Named]:
    """A weekday, a day of the month (« le 3 »), or both if they agree. Any other number in what is
    left of the text was not understood, so nothing is.
    """
    number = _NUMBER.search(text)
    if number is None and weekday is None:
        return today, "nothing"
    if number is None and weekday is not None:
        return today + timedelta((weekday - today.isoweekday()) % 7), "weekday"
    day = next_day_of_month(today, int(number["day"])) if number and number["day"] else None
    if day is None or weekday not in (None, day.isoweekday()):
        return today, "unclear"
    return day, "date"


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
