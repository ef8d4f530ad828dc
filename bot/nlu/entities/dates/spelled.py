"""Dates that name a month: "March 3", « le 1er avril 2027 », "mid-January", "in March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.dates.calendar import (
    day_at,
    existing,
    full_year,
    next_edge,
    next_on_or_after,
)
from bot.nlu.entities.dates.found import dated, month_only
from bot.nlu.entities.dates.words import (
    DAY,
    MONTH,
    MONTH_OR_ABBREVIATION,
    WEEKDAY,
    month_of,
    number_of,
)

_START = r"(?<!\w)(?<!\d[.,/-])"
_END = r"(?!\w|[.,/]\d|\s?%)"
_NEXT_YEAR = r"(?P<next_year>\s+(?:(?:of\s+)?next\s+year|(?:de\s+)?l'an(?:nee)?\s+prochaine?))"
_YEAR = (
    r"(?:[\s,.-]*(?:(?:of|in|de|en)\s+)?(?P<year>(?:19|20)\d{2})(?!\d)"
    rf"|(?:,?\s*'|(?<=[a-z])[-/])(?P<short>\d{{2}})(?!\d)|{_NEXT_YEAR})?"
)
# « 5 janvier 27 », but not "5 January, 27 seats".
_SHORT_YEAR = r"(?:\s+(?P<bare>2[4-9]|3\d)(?=\s*(?:$|[.,;!?)])))?"
_ON_WEEKDAY = rf"(?:(?:{WEEKDAY}),?\s+(?:(?:the|le)\s+)?)?"
_MONTH = rf"(?P<month>{MONTH_OR_ABBREVIATION})"
_DAY = rf"(?P<day>{DAY})"

_DAY_MONTH = re.compile(
    rf"{_START}{_ON_WEEKDAY}{_DAY}(?:\s*[-/]\s*|\s+(?:of|de)\s+|\s+d'|\s*){_MONTH}{_YEAR}"
    rf"{_SHORT_YEAR}{_END}"
)
_MONTH_DAY = re.compile(
    rf"{_START}{_ON_WEEKDAY}{_MONTH}(?:\s+(?:the|le)\s+|[\s-]*){_DAY}(?!\d){_YEAR}{_END}"
)
_EDGES = {
    "start": r"(?:the\s+)?(?:beginning|start)\s+of|debut(?:\s+(?:de|du\s+mois\s+de))?",
    "middle": r"mid|(?:the\s+)?middle\s+of|mi|milieu\s+(?:de|du\s+mois\s+de)",
    "end": r"(?:the\s+)?(?:end|last\s+day)\s+of|end|dernier\s+jour\s+(?:de|du\s+mois\s+de)"
    r"|(?:la\s+)?fin(?:\s+(?:de|du\s+mois\s+de))?",
}
_EDGE = re.compile(
    rf"{_START}(?:(?P<start>{_EDGES['start']})|(?P<middle>{_EDGES['middle']})"
    rf"|(?P<end>{_EDGES['end']}))(?:[\s-]+|\s+d'){_MONTH}{_YEAR}{_END}"
)
_BEFORE_A_MONTH = (
    r"in|by|before|until|till|for|of|next|this|early|late|during|around|courant|en|avant|pour|jusqu'en|de"
    r"|mois\s+d'|d'ici|from|(?:starting|beginning)(?:\s+in)?|as\s+of|a\s+(?:partir|compter)\s+d[e']|des"
)
_BARE_MONTH = re.compile(
    rf"(?:^\W*|{_START}(?:{_BEFORE_A_MONTH})(?:\s+|(?<=')))(?P<month>{MONTH}){_YEAR}{_END}"
)
_MONTH_AND_YEAR = re.compile(
    rf"{_START}(?P<month>{MONTH_OR_ABBREVIATION})[\s,]+(?:of\s+|de\s+)?(?P<year>20\d\d){_END}"
)

# "may" is a verb before a person and before a counted noun: "2 may also", "may 2 people share".
_VERB_MAY_AFTER = re.compile(r"\s+(?:i|we|you|he|she|they|it|be|not|also|need|have|want)\b")
_DATE_MAY_AFTER = re.compile(
    r"\s*(?:$|[^\w\s]|(?:or|and|to|at|for|if|is|in|on|please|pls|until)\b)"
)


def find(text: str, *, today: date) -> Iterator[Claim]:
    for match in _DAY_MONTH.finditer(text):
        verb = match["month"] == "may" and _VERB_MAY_AFTER.match(text, match.end())
        if not verb and _abbreviated_beside_digits(match):
            yield dated(match, _resolved(match, today))
    for match in _MONTH_DAY.finditer(text):
        if not _may_counts(match, text) and _abbreviated_beside_digits(match):
            yield dated(match, _resolved(match, today))
    for match in _EDGE.finditer(text):
        yield dated(match, _edge(match, today))
    for match in (*_MONTH_AND_YEAR.finditer(text), *_BARE_MONTH.finditer(text)):
        yield from _partial(match, text, today)


def _resolved(match: re.Match[str], today: date) -> date | None:
    month, day = month_of(match["month"]), number_of(match["day"])
    year = _year(match, today)
    return existing(year, month, day) if year else next_on_or_after(today, month, day)


def _edge(match: re.Match[str], today: date) -> date | None:
    edge = next(name for name in _EDGES if match[name])
    month, year = month_of(match["month"]), _year(match, today)
    return day_at(edge, year, month) if year else next_edge(today, edge, month)


def _partial(match: re.Match[str], text: str, today: date) -> Iterator[Claim]:
    alone = not text[: match.start("month")].strip() and text[match.end() :].strip(" .!?")
    if alone and not _year(match, today):
        return  # a message that opens with "May" or "March" and goes on is not about a month
    month = month_of(match["month"])
    year = _year(match, today) or today.year + (month < today.month)
    yield month_only(match.start("month"), match.end(), year, month)


def _year(match: re.Match[str], today: date) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    short = groups.get("short") or groups.get("bare")
    if short:
        return full_year(int(short))
    return today.year + 1 if groups.get("next_year") else None


def _abbreviated_beside_digits(match: re.Match[str]) -> bool:
    """« trois sept » is not 3 September; "3 sept" is. A full month name takes a day in words."""
    return match["day"][0].isdigit() or re.fullmatch(MONTH, match["month"]) is not None


def _may_counts(match: re.Match[str], text: str) -> bool:
    if match["month"] != "may" or match["year"] or not match["day"].isdigit():
        return match["month"] == "may" and match["day"] in {"one", "two", "three"}
    return _DATE_MAY_AFTER.match(text, match.end()) is None
