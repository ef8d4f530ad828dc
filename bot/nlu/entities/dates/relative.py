"""Dates counted from today: "tomorrow", « dans 3 mois », "next Friday", "the 5th of next month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.dates.calendar import (
    day_at,
    existing,
    later,
    next_day_of_month,
    next_edge,
    next_weekday,
)
from bot.nlu.entities.dates.found import KIND, dated
from bot.nlu.entities.dates.words import DAY, NUMBERS, WEEKDAY, WEEKDAYS, any_of, number_of

_DAYS_AWAY = {
    0: r"today|aujourd'?hui|ajd|auj",
    1: r"tomm?orr?ow|tmrw|tmr|tmw|2moro|demain|2main",
    2: r"(?:the\s+)?day\s+after\s+tomm?orr?ow|apres[\s-]?demain",
    14: r"in\s+a\s+fortnight|a\s+fortnight\s+from\s+(?:now|today)|dans\s+une\s+quinzaine(?:\s+de\s+jours)?",
}
_NAMED_DAY = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<in{n}>{words})" for n, words in reversed(_DAYS_AWAY.items()))
    + r")(?!\w)"
)

_UNITS = {
    "days": r"days?|jours?",
    "weeks": r"weeks?|wks?|semaines?",
    "months": r"months?|mois",
    "years": r"years?|yrs?|ans?|annees?",
}
_UNIT = "(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items()) + r")(?!\w)"
_AMOUNT = rf"(?P<amount>\d{{1,4}}|an?|une|{any_of(NUMBERS)})"
_COUNTED = (
    re.compile(rf"(?<!\w)(?:in|dans|d'ici)\s+{_AMOUNT}\s+{_UNIT}(?!\s+(?:ago|of|de)\b)"),
    re.compile(rf"(?<!\w){_AMOUNT}\s+{_UNIT}\s+from\s+(?:now|today)(?!\w)"),
)
_NEXT = re.compile(
    r"(?<!\w)(?:next\s+(?P<month>month)|next\s+week|(?:le\s+)?(?P<mois>mois)\s+prochain"
    r"|(?:la\s+)?semaine\s+prochaine)(?!\w)"
)
_DAY_OF_MONTH = re.compile(
    rf"(?<!\w)(?P<day>{DAY})\s+(?:(?:of\s+(?:the|this|next)|du|de\s+ce)\s+(?:month|mois))"
    r"(?:\s+prochain)?(?!\w)"
)
_EDGE_OF_PERIOD = re.compile(
    r"(?<!\w)(?:(?P<end>(?:the\s+)?end\s+of|(?:la\s+)?fin)|(?P<middle>(?:the\s+)?middle\s+of|mid|"
    r"milieu)|(?P<start>(?:the\s+)?(?:beginning|start)\s+of|(?:le\s+)?debut))[\s-]+"
    r"(?:(?P<year>(?:the|this)\s+year|(?:de\s+)?l'annee|(?:de\s+)?cette\s+annee|d'annee)"
    r"|(?:(?:the|this)\s+)?(?:next\s+)?month|(?:du|de\s+ce)\s+mois(?:\s+prochain)?)"
    r"(?!\w)"
)

# "year-end" alone is a day; a "year-end audit" is not.
_PERIOD_END = re.compile(
    r"(?<!\w)(?:(?P<year>year[\s-]end|end\s+of\s+year)|month[\s-]end|end\s+of\s+month|(?<!jours )fin\s+de\s+mois)"
    r"(?=\s*(?:$|[,.;!?)]))"
)
_MONTH_AT_EDGE = {"start": 1, "middle": 6, "end": 12}

_NEXT_WEEKDAY = re.compile(
    rf"(?<!\w)(?:next\s+(?P<en>{WEEKDAY})|(?P<fr>{WEEKDAY})\s+prochain)(?!\w)"
)
# "a week from Friday", « vendredi en huit ».
_WEEKDAY_LATER = re.compile(
    rf"(?<!\w)(?:(?:a|one)\s+week\s+(?:from\s+)?(?:on\s+|this\s+|next\s+)?(?P<en>{WEEKDAY})"
    rf"|(?P<fr>{WEEKDAY})\s+en\s+(?:huit|(?P<quinze>quinze)))(?!\w)"
)
_CUE = (
    r"(?:on|by|until|till|before|this|from|starting|effective|as\s+of|due|coming|expir(?:es?|ing)|renew(?:s|ing)"
    r"|end(?:s|ing)|runs?\s+out|lapses|ce|le|d'ici|avant|jusqu'a|pour|des|a\s+(?:partir|compter)\s+de|echeance"
    r"|expirent?|expirant|echoit|finit|(?:se\s+)?termine|(?:se\s+)?renouvelle(?:nt)?)\s+"
    r"(?:(?:on|this|coming|le|ce|des)\s+)?"
)
_WEEKDAY = re.compile(rf"(?:^\W*|(?<!\w){_CUE})(?P<day>{WEEKDAY})(?!\w|\s+(?:to|au|a|and|et|-)\s)")
# « non, le 12 », "and on the 20th?" without the rest of a sentence.
_OPENING = (
    r"(?:no|nope|wait|actually|sorry|oops|non|nan|attends|euh|oups|pardon|en fait|finalement|plutot"
    r"|and|what about|how about|et|pis|puis)"
)
_ORDINAL_DAY = re.compile(
    rf"(?:^\W*(?:{_OPENING}\W+)*(?:the|le)"
    r"|(?<!\w)(?:on|by|until|till|before|from|d'ici|avant|jusqu'au)(?:\s+(?:the|le))?)\s+"
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)|(?<=le )(?:\d\d|[4-9]|1er)|(?<=au )(?:\d\d|1er))"
    r"(?=\s*(?:$|[.,;!?]|(?:instead|plutot)\W*$))"
)


def find(text: str, *, today: date) -> Iterator[Claim]:
    for match in _NAMED_DAY.finditer(text):
        days = next(n for n in _DAYS_AWAY if match[f"in{n}"])
        yield dated(match, later(today, days, "days"))
    for pattern in _COUNTED:
        for match in pattern.finditer(text):
            unit = next(name for name in _UNITS if match[name])
            day = later(today, number_of(match["amount"]) or 1, unit)
            if day:
                yield dated(match, day)
    for match in _NEXT.finditer(text):
        day = later(today, 1, "months" if match["month"] or match["mois"] else "weeks")
        if day:
            yield dated(match, day)
    yield from _within_month(text, today)
    yield from _weekdays(text, today)


def _within_month(text: str, today: date) -> Iterator[Claim]:
    for match in _DAY_OF_MONTH.finditer(text):
        month = _month_named(match, today)
        yield dated(match, existing(month.year, month.month, number_of(match["day"])))
    for match in _EDGE_OF_PERIOD.finditer(text):
        edge = next(name for name in _MONTH_AT_EDGE if match[name])
        if match["year"]:
            yield dated(match, next_edge(today, edge, _MONTH_AT_EDGE[edge]))
        else:
            month = _month_named(match, today)
            yield dated(match, day_at(edge, month.year, month.month))
    for match in _PERIOD_END.finditer(text):
        yield dated(match, next_edge(today, "end", 12 if match["year"] else today.month))
    for match in _ORDINAL_DAY.finditer(text):
        day = next_day_of_month(today, number_of(match["day"]))
        if day:
            yield Claim(*match.span("day"), KIND, "date", day.isoformat())


def _month_named(match: re.Match[str], today: date) -> date:
    """A day in this month, or in the next one where the words say so."""
    following = "next" in match.group() or "prochain" in match.group()
    return (later(today, 1, "months") if following else None) or today


def _weekdays(text: str, today: date) -> Iterator[Claim]:
    for match in _WEEKDAY_LATER.finditer(text):
        coming = next_weekday(today, WEEKDAYS[match["en"] or match["fr"]], after_today=False)
        day = later(coming, 14 if match["quinze"] else 7, "days") if coming else None
        if day:
            yield dated(match, day)
    for match in _NEXT_WEEKDAY.finditer(text):
        weekday = WEEKDAYS[match["en"] or match["fr"]]
        yield dated(match, next_weekday(today, weekday, after_today=True))
    for match in _WEEKDAY.finditer(text):
        alone = not text[: match.start("day")].strip(" \n.!?") and text[match.end() :].strip(" .!?")
        day = next_weekday(today, WEEKDAYS[match["day"]], after_today=False)
        if day and not alone:
            yield Claim(*match.span("day"), KIND, "date", day.isoformat())
