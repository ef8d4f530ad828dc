"""A day and a time of day in a customer's words, as a window."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from bot.handoff.windows import (
    PARTS,
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

_DAY: Span = (8 * 60, 18 * 60)
_NOON = 12 * 60
_NEVER: Span = (0, 0)
_LONGEST_TEXT = 200
_ONE_SPELLING = (
    (re.compile(r"apres[\s-]midi|(?<!\w)aprem(?!\w)"), "afternoon"),
    (re.compile(r"avant[\s-]midi"), "morning"),
)
_NUMBERS = NUMBERS | {"une": 1}
_NUMBER_OF_HOURS = re.compile(
    rf"(?<!\w)({any_of(_NUMBERS)})(?=\s+(?:heures?|h|hours?|[ap]\.?m|o'?clock)(?!\w))"
)
_PART_WORDS = {
    part: re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for part, words in {
        "morning": r"matin(?:ee)?s?|mornings?",
        "noon": r"midi|noon|lunch(?:\s?time)?",
        "late": r"end\s+of\s+(?:the\s+)?day|late\s+afternoon|fin\s+de\s+(?:la\s+)?journee|fin\s+d'afternoon",
        "afternoon": r"(?<!late )(?<!fin d')afternoons?",
        "evening": r"soir(?:ee)?s?|evenings?|tonight",
    }.items()
}
_START = r"(?<![\w/.,:-])"


def _clock(n: int) -> str:
    """A time of day; its groups are numbered, as a range has two."""
    minutes = r"[0-5]\d)(?!\d)"
    return (
        rf"(?:(?P<noon{n}>noon|midi)(?!\w)|(?P<hour{n}>\d\d?)(?![\d/])(?P<unit{n}>"
        rf"\s?h(?:eures?|rs?)?(?![a-z])(?:\s?(?P<past{n}>{minutes})?|[:.](?P<to{n}>{minutes}|\s?o'?clock)?"
        rf"(?P<half{n}>\s?[ap]\.?m(?!\w))?)"
    )


_RANGE = re.compile(
    rf"{_START}(?:(?P<cue>between|entre|from|de|des)\s+|(?<!le )(?<!the )){_clock(1)}\.?"
    rf"\s*(?P<joint>and|et|to|till|until|a|-|jusqu'a)\s*{_clock(2)}"
)
_AFTER = re.compile(
    rf"{_START}(?:after|from|not\s+before|pas\s+avant|apres|a\s+partir\s+de|des)\s+{_clock(1)}"
)
_BEFORE = re.compile(rf"{_START}(?:before|until|till|by|avant|jusqu'a)\s+{_clock(2)}")
_AT = re.compile(rf"{_START}(?:(?P<cue>at|around|about|vers)\s+|a\s+)?{_clock(1)}")
# "in 2 hours" is counted from now; "for 2 hours" is no time at all.
_LASTING = re.compile(
    r"(?<!\w)(?:(?P<later>in|dans)|for|pendant|within|d'ici)\s+(?P<hours>\d\d?|an)"
    r"\s?h(?:ours?|eures?|rs?)?(?!\w)"
)
_PERIOD = re.compile(
    r"(?<!\w)(?:next\s+(?:month|(?P<en>week))|mois\s+prochain|(?P<fr>semaine)\s+prochaine)(?!\w)"
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
    words = fold(text[:_LONGEST_TEXT]).text
    for pattern, spelling in _ONE_SPELLING:
        words = pattern.sub(spelling, words)
    words = _NUMBER_OF_HOURS.sub(lambda m: str(_NUMBERS[re.sub(r"[\s-]+", " ", m[1])]), words)
    lasting = _LASTING.search(words)
    if lasting and lasting["later"]:
        start = next_quarter(
            context.now + timedelta(hours=int(lasting["hours"].replace("an", "1")))
        )
        return check(Window(start, start + timedelta(hours=1)), context)
    span, rest = _read_span(_LASTING.sub(" ", words))
    day, named = _read_day(rest, context)
    if named == "nothing" and span is None:
        named = "unclear"
        if _ANY.search(words):
            return next(suggestions(context), "unclear")
    if named == "unclear":
        return "unclear"
    found = fit(day, span or _DAY, context)
    if found != "past" or named == "date" or _THIS.search(words):
        return found
    # "Monday at 9" at noon on a Monday is a week away; "at 9" is tomorrow.
    return fit(day + timedelta(7 if named == "weekday" else 1), span or _DAY, context)


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


def _read_span(text: str) -> tuple[Span | None, str]:
    """With the text without what was read; _NEVER stands for a time that does not exist."""
    parts = [span for part, span in PARTS.items() if _PART_WORDS[part].search(text)]
    part = (min(start for start, _ in parts), max(end for _, end in parts)) if parts else None
    ranged = next(filter(_is_range, _RANGE.finditer(text)), None)
    if ranged:
        return _range(ranged, part), _without(text, ranged)
    after = _AFTER.search(text)
    rest = _without(text, after)
    before = _BEFORE.search(rest)
    at = None if after or before else next(filter(_is_time, _AT.finditer(text)), None)
    span = part
    if after or before:
        span = _open_range(after, before, part)
    elif at:
        start = _minutes(at, 1, part)
        span = _NEVER if start is None else (start, min(start + 60, 24 * 60))
    return span, _without(_without(rest, before), at)


def _open_range(
    after: re.Match[str] | None, before: re.Match[str] | None, part: Span | None
) -> Span:
    """From or to the edge of the part of the day that is named, else of the day."""
    low, high = part if part and part != PARTS["noon"] else _DAY
    start = _minutes(after, 1, part) if after else low
    end = _minutes(before, 2, part) if before else high
    if start is None or end is None:
        return _NEVER
    if start >= end and not before:
        end = min(start + 120, 24 * 60)
    if start >= end and not after:
        start = max(end - 60, 0)
    return start, end


def _range(match: re.Match[str], part: Span | None) -> Span:
    """ "2 to 4 pm" is in one half of the day, "11 to 1 pm" is not, "9 to 5" ends in the afternoon."""
    end = _minutes(match, 2, part)
    start = _minutes(match, 1, part)
    if end is None or start is None:
        return _NEVER
    if match["half2"] and match["hour1"] and not match["half1"]:
        start = _minutes(match, 1, part, match["half2"]) or 0
        start -= _NOON if start >= end else 0
    if end <= start:
        end += _NOON
    return (start, end) if 0 <= start < end <= 24 * 60 else _NEVER


def _minutes(match: re.Match[str], n: int, part: Span | None, half: str = "") -> int | None:
    """After midnight; None for 25:00."""
    if match[f"noon{n}"]:
        return _NOON
    hour, minutes = int(match[f"hour{n}"]), int(match[f"past{n}"] or match[f"to{n}"] or 0)
    half = (match[f"half{n}"] or half).strip()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour < 12 and not match[f"hour{n}"].startswith("0") and _is_afternoon(hour, part):
        hour += 12
    return hour * 60 + minutes if hour < 24 else None


def _is_afternoon(hour: int, part: Span | None) -> bool:
    if part is None or part == PARTS["noon"] or part[0] < _NOON < part[1]:
        return 1 <= hour <= 6
    return part[0] >= _NOON


def _is_range(match: re.Match[str]) -> bool:
    """Not « le 3 à 15 h », a day and a time; "3-4" alone may be."""
    first = match["cue"] or match["unit1"] or match["half1"] or match["noon1"]
    return bool(first or match["joint"] in ("-", "to", "till", "until"))


def _is_time(match: re.Match[str]) -> bool:
    return bool(match["cue"] or match["unit1"] or match["half1"])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without(text: str, match: re.Match[str] | None) -> str:
    return text[: match.start()] + _blank(match) + text[match.end() :] if match else text
