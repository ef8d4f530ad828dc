"""A correction of a time leaves the day, or the hours, that it does not name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given

from bot.handoff.form.callback import answer
from bot.handoff.form.window_words import corrected_window
from bot.handoff.form.windows import Context, Window, check
from tests.bot.handoff.calling import CALL, CANADA, CONTEXTS, MONTREAL, NOW, QUEBEC
from tests.bot.handoff.form.test_window_words import WORDS


def window(day: int, start: int, end: int, month: int = 11) -> Window:
    return Window(
        datetime(2026, month, day, start, tzinfo=MONTREAL),
        datetime(2026, month, day, end, tzinfo=MONTREAL),
    )


FRIDAY = window(27, 10, 12)
WEDNESDAY = window(2, 13, 15, month=12)


# What was noted, in English, in French, what both mean.
PAIRS = [
    (FRIDAY, "yes but not before 10:30", "oui mais pas avant 10h30", "11-27 10:30-12:00"),
    (FRIDAY, "before 11 please", "avant 11 h svp", "11-27 10:00-11:00"),
    (FRIDAY, "no later than 11", "au plus tard à 11 h", "11-27 10:00-11:00"),
    (FRIDAY, "after 2", "après 14 h", "11-27 14:00-18:00"),
    (FRIDAY, "before 9", "avant 9 h", "11-27 08:00-09:00"),
    (WEDNESDAY, "from 2 pm instead", "à partir de 14h plutôt", "12-02 14:00-15:00"),
    (WEDNESDAY, "from 4 pm instead", "à partir de 16h plutôt", "12-02 16:00-18:00"),
    (WEDNESDAY, "at 3", "à 15 h", "12-02 15:00-16:00"),
    (WEDNESDAY, "between 9 and 10", "entre 9 h et 10 h", "12-02 09:00-10:00"),
    (WEDNESDAY, "in the morning", "plutôt en matinée", "12-02 08:00-12:00"),
    (WEDNESDAY, "earlier", "plus tôt", "12-02 08:00-13:00"),
    (WEDNESDAY, "later that day", "plus tard cette journée-là", "12-02 15:00-18:00"),
    (WEDNESDAY, "an hour later", "une heure plus tard", "12-02 14:00-16:00"),
    (WEDNESDAY, "2 hours earlier", "2 heures plus tôt", "12-02 11:00-13:00"),
    (FRIDAY, "same time Thursday", "même heure jeudi", "11-26 10:00-12:00"),
    (FRIDAY, "tomorrow", "demain", "11-24 10:00-12:00"),
    (FRIDAY, "Monday", "lundi", "11-23 10:15-12:00"),
    (FRIDAY, "Thursday afternoon", "jeudi après-midi", "11-26 12:00-18:00"),
    (FRIDAY, "Thursday at 9", "jeudi à 9 h", "11-26 09:00-10:00"),
    (window(27, 8, 18), "Thursday", "jeudi", "11-26 08:00-18:00"),
    (window(27, 10, 18), "Thursday", "jeudi", "11-26 08:00-18:00"),
    (window(27, 18, 21), "later", "plus tard", "11-27 21:00-23:00"),
    (window(27, 8, 9), "earlier", "plus tôt", "11-27 06:00-08:00"),
    (window(27, 11, 13), "this afternoon", "cet après-midi", "11-23 12:00-18:00"),
    (FRIDAY, "in an hour", "dans une heure", "11-23 11:15-12:15"),
    (FRIDAY, "as soon as possible", "le plus tôt possible", "11-23 10:15-12:00"),
    (FRIDAY, "later in the week", "plus tard dans la semaine", "unclear"),
    (FRIDAY, "hello", "bonjour", "unclear"),
    (FRIDAY, "next week", "la semaine prochaine", "unclear"),
    (FRIDAY, "today at 9 am", "aujourd’hui à 9 h", "past"),
]


@pytest.mark.parametrize(("noted", "english", "french", "meant"), PAIRS, ids=[p[1] for p in PAIRS])
def test_what_is_not_named_stays(noted: Window, english: str, french: str, meant: str) -> None:
    for text, context in ((english, CANADA), (french, QUEBEC)):
        found = corrected_window(text, noted, context)
        shown = found if isinstance(found, str) else f"{found.start:%m-%d %H:%M}-{found.end:%H:%M}"
        assert shown == meant, text


def test_a_weekday_that_is_over_is_the_next_one() -> None:
    context = replace(QUEBEC, now=NOW.replace(hour=15))
    found = corrected_window("lundi", FRIDAY, context)
    assert isinstance(found, Window)
    assert f"{found.start:%m-%d %H:%M}" == "11-30 10:00"


def test_until_midnight() -> None:
    noted = Window(FRIDAY.start.replace(hour=22), window(28, 0, 1).start)
    found = corrected_window("pas avant 23 h", noted, QUEBEC)
    assert isinstance(found, Window)
    assert f"{found.start:%m-%d %H:%M}-{found.end:%H:%M}" == "11-27 23:00-00:00"


@pytest.mark.parametrize(
    ("context", "text"),
    [(CANADA, "yes but not before 10:30"), (QUEBEC, "oui mais pas avant 10h30")],
    ids=["en", "fr"],
)
def test_at_the_read_back(context: Context, text: str) -> None:
    answered = answer(replace(CALL, window=FRIDAY), "consent", text, context)
    assert (answered.problem, answered.ending) == (None, None)
    assert answered.draft.window == Window(FRIDAY.start.replace(minute=30), FRIDAY.end)


@given(WORDS, CONTEXTS)
def test_whatever_is_read_is_possible(text: str, context: Context) -> None:
    found = corrected_window(text, FRIDAY, context)
    if isinstance(found, Window):
        assert check(found, context) == found
    else:
        assert found in ("unclear", "past", "far", "closed")
