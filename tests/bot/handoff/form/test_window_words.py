"""When to call: the words of both languages, cut to what is possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.form.window_words import read_window
from bot.handoff.form.windows import DAYS_AHEAD, Context, Window
from tests.bot.handoff.calling import CANADA, CONTEXTS, MONTREAL, NOW, PARIS, QUEBEC, with_hours


def read(text: str, context: Context) -> str:
    """Such as "11-24 08:00-12:00", or the refusal."""
    found = read_window(text, context)
    if isinstance(found, str):
        return found
    return f"{found.start:%m-%d %H:%M}-{found.end:%H:%M}"


# In English, in French, what both mean.
PAIRS = [
    ("tomorrow", "demain", "11-24 08:00-18:00"),
    ("tomorrow morning", "demain matin", "11-24 08:00-12:00"),
    ("tomorrow afternoon", "demain après-midi", "11-24 12:00-18:00"),
    ("tomorrow evening", "demain soir", "11-24 18:00-21:00"),
    ("tomorrow at noon", "demain à midi", "11-24 12:00-13:00"),
    ("late afternoon tomorrow", "demain, en fin d’après-midi", "11-24 16:00-18:00"),
    ("tomorrow, morning or afternoon", "demain matin ou après-midi", "11-24 08:00-18:00"),
    ("the day after tomorrow", "après-demain", "11-25 08:00-18:00"),
    ("today", "aujourd’hui", "11-23 10:15-18:00"),
    ("this morning", "ce matin", "11-23 10:15-12:00"),
    ("this afternoon", "cet après-midi", "11-23 12:00-18:00"),
    ("tonight", "ce soir", "11-23 18:00-21:00"),
    ("before noon tomorrow", "demain avant-midi", "11-24 08:00-12:00"),
    ("Monday between 2 and 4 pm", "lundi entre 14 h et 16 h", "11-23 14:00-16:00"),
    ("Monday between 8 and 9", "lundi entre 8 h et 9 h", "11-30 08:00-09:00"),
    ("Tuesday between 2 and 4", "mardi entre 2 h et 4 h", "11-24 14:00-16:00"),
    ("Tuesday 2-4pm", "mardi 14h-16h", "11-24 14:00-16:00"),
    ("Tuesday from 9:30 to 11", "mardi de 9 h 30 à 11 h", "11-24 09:30-11:00"),
    ("Tuesday 11 to 1 pm", "mardi de 11 h à 13 h", "11-24 11:00-13:00"),
    ("Tuesday 9 to 5", "mardi de 9h à 17h", "11-24 09:00-17:00"),
    ("Tuesday, noon to 2", "mardi entre midi et 14 h", "11-24 12:00-14:00"),
    ("after 3 pm", "après 15 h", "11-23 15:00-18:00"),
    ("tomorrow after 3 pm", "demain après 15 h", "11-24 15:00-18:00"),
    ("tomorrow, not before 3", "demain, pas avant 15 h", "11-24 15:00-18:00"),
    ("tomorrow from 3 pm", "demain à partir de 15 h", "11-24 15:00-18:00"),
    ("tomorrow before 10", "demain avant 10 h", "11-24 08:00-10:00"),
    ("tomorrow after 2 and before 4", "demain après 14 h et avant 16 h", "11-24 14:00-16:00"),
    ("after 6 pm", "après 18 h", "11-23 18:00-20:00"),
    ("before 8", "avant 8 h", "11-24 07:00-08:00"),
    ("at 3", "à 15 h", "11-23 15:00-16:00"),
    ("around 3:30 pm", "vers 15h30", "11-23 15:30-16:30"),
    ("at 9", "à 9 h", "11-24 09:00-10:00"),
    ("three pm", "trois heures", "11-23 15:00-16:00"),
    ("tomorrow evening at 7", "demain soir à 7 h", "11-24 19:00-20:00"),
    ("tomorrow at 10:30 a.m.", "demain à 10 h 30 du matin", "11-24 10:30-11:30"),
    ("in an hour", "dans une heure", "11-23 11:15-12:15"),
    ("in 2 hours", "dans 2 heures", "11-23 12:15-13:15"),
    ("in two days", "dans deux jours", "11-25 08:00-18:00"),
    ("Friday", "vendredi", "11-27 08:00-18:00"),
    ("next Tuesday morning", "mardi prochain le matin", "11-24 08:00-12:00"),
    ("Tuesday of next week", "mardi de la semaine prochaine", "12-01 08:00-18:00"),
    ("December 3 after 3 pm", "le 3 décembre après 15 h", "12-03 15:00-18:00"),
    ("the 3rd at 3 pm", "le 3 à 15 h", "12-03 15:00-16:00"),
    ("Monday the 30th", "lundi 30", "11-30 08:00-18:00"),
    ("2026-11-25 at 2 pm", "2026-11-25 à 14 h", "11-25 14:00-15:00"),
    ("not Monday, Tuesday", "pas lundi, mardi", "11-24 08:00-18:00"),
    ("tomorrow, for 2 hours", "demain, pendant 2 heures", "11-24 08:00-18:00"),
    ("any time tomorrow", "n’importe quand demain", "11-24 08:00-18:00"),
    ("as soon as possible", "dès que possible", "11-23 10:15-12:00"),
    ("whenever", "peu importe", "11-23 10:15-12:00"),
    ("hello", "bonjour", "unclear"),
    ("next week", "la semaine prochaine", "unclear"),
    ("this week", "cette semaine", "unclear"),
    ("next month", "le mois prochain", "unclear"),
    ("in December", "en décembre", "unclear"),
    ("any day but Monday", "n’importe quel jour sauf lundi", "unclear"),
    ("February 31 at 3 pm", "le 31 février à 15 h", "unclear"),
    ("Monday the 25th", "lundi 25", "unclear"),  # it is a Wednesday
    ("tomorrow at 25:00", "demain à 25 h", "unclear"),
    ("between 25:00 and 26:00", "entre 25 h et 26 h", "unclear"),
    ("tomorrow between 3:00 and 3:05 pm", "demain entre 15 h et 15 h 05", "unclear"),
    ("today at 9 am", "aujourd’hui à 9 h", "past"),
    ("2020-01-15", "2020-01-15", "past"),
    ("December 24", "le 24 décembre", "far"),
    ("in 3 months", "dans 3 mois", "far"),
]


@pytest.mark.parametrize(("english", "french", "meant"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_both_languages_mean_the_same(english: str, french: str, meant: str) -> None:
    assert read(english, CANADA) == meant
    assert read(french, QUEBEC) == meant


@pytest.mark.parametrize(
    ("text", "context", "meant"),
    [
        ("11/12 at 3pm", CANADA, "far"),  # 12 November of next year, month first
        ("12/11 at 3pm", CANADA, "12-11 15:00-16:00"),
        ("11/12 à 15 h", QUEBEC, "12-11 15:00-16:00"),
        ("tomorrow afternoon", QUEBEC, "11-24 12:00-18:00"),  # the other language's words
        ("demain après-midi", CANADA, "11-24 12:00-18:00"),
    ],
)
def test_dates_in_the_regions_order(text: str, context: Context, meant: str) -> None:
    assert read(text, context) == meant


def at_noon(text: str) -> str:
    return read(text, replace(QUEBEC, now=NOW.replace(hour=12)))


def test_a_time_that_is_over_is_the_next_one_unless_it_cannot_be() -> None:
    assert at_noon("lundi à 9 h") == "11-30 09:00-10:00"
    assert at_noon("à 9 h") == "11-24 09:00-10:00"
    assert at_noon("matin") == "11-24 08:00-12:00"
    assert at_noon("ce matin") == "past"
    assert at_noon("aujourd’hui avant 10 h") == "past"


def test_what_has_begun_goes_on_from_the_next_quarter() -> None:
    assert read("ce matin", replace(QUEBEC, now=NOW.replace(hour=11, minute=45))) == (
        "11-23 11:45-12:00"
    )
    assert read("ce matin", replace(QUEBEC, now=NOW.replace(hour=11, minute=46))) == "past"


def test_the_customers_day_is_that_of_the_customers_zone() -> None:
    """Still Monday in Montréal, already Tuesday in Paris."""
    late = datetime(2026, 11, 24, 0, 30, tzinfo=timezone.utc)
    assert read("demain matin", replace(QUEBEC, now=late)) == "11-24 08:00-12:00"
    assert read("demain matin", replace(QUEBEC, now=late, zone=PARIS)) == "11-25 08:00-12:00"


def test_through_the_night_that_clocks_change() -> None:
    context = replace(CANADA, now=datetime(2026, 10, 31, 12, tzinfo=MONTREAL))
    found = read_window("tomorrow morning", context)
    assert isinstance(found, Window)
    assert found.start.astimezone(timezone.utc) == datetime(2026, 11, 1, 13, tzinfo=timezone.utc)
    skipped = replace(CANADA, now=datetime(2027, 3, 13, 12, tzinfo=MONTREAL))
    assert read("tomorrow between 2:30 am and 4 am", skipped) == "03-14 03:00-04:00"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("demain", "11-24 09:00-17:00"),  # lunch included
        ("demain matin", "11-24 09:00-12:00"),
        ("demain entre 11 h et 14 h", "11-24 11:00-14:00"),
        ("demain entre midi et 14 h", "11-24 13:00-14:00"),
        ("demain à midi", "closed"),
        ("demain soir", "closed"),
        ("mercredi", "closed"),
        ("demain entre 16 h 50 et 18 h", "closed"),  # ten minutes are too few
        ("dès que possible", "11-23 10:15-12:00"),
    ],
)
def test_hours_that_are_known_cut_a_window(text: str, meant: str) -> None:
    assert read(text, with_hours("CA")) == meant


def test_a_public_holiday_is_closed() -> None:
    context = with_hours("CA", replace(QUEBEC, now=datetime(2027, 5, 21, 12, tzinfo=MONTREAL)))
    assert read("lundi matin", context) == "closed"  # Journée nationale des patriotes
    assert read("mardi matin", context) == "05-25 09:00-12:00"


def test_a_desk_elsewhere_is_open_by_its_own_clock() -> None:
    """9 to 17 in Paris is 3 to 11 in Montréal."""
    assert read("demain", with_hours("FR")) == "11-24 08:00-11:00"
    assert read("demain après-midi", with_hours("FR")) == "closed"


VOCABULARY = """demain tomorrow lundi Monday le the 3 15 25 h pm am 9:30 à at entre between et and - après
after avant before matin evening semaine prochaine next week dans in 2 heures midi noon décembre
2026-11-25 pas not asap"""
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=8).map(" ".join)


@given(WORDS | st.text(max_size=300), CONTEXTS)
def test_whatever_is_read_is_possible(text: str, context: Context) -> None:
    found = read_window(text, context)
    if isinstance(found, str):
        assert found in ("unclear", "past", "far", "closed")
        return
    start, end, now = (at.astimezone(timezone.utc) for at in (found.start, found.end, context.now))
    assert now <= start < end <= start + timedelta(hours=25)
    assert start <= now + timedelta(DAYS_AHEAD + 1)
    assert found.start.tzinfo == context.zone
    assert context.schedule is None or context.schedule.is_open(found.start)
