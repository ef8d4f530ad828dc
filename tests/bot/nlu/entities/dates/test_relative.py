"""Dates counted from today, Tuesday 1 September 2026."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "language", "words", "expected"),
    [
        ("today", "en", "today", "2026-09-01"),
        ("tomorrow", "en", "tomorrow", "2026-09-02"),
        ("the day after tomorrow", "en", "the day after tomorrow", "2026-09-03"),
        ("aujourd’hui", "fr", "aujourd’hui", "2026-09-01"),
        ("demain", "fr", "demain", "2026-09-02"),
        ("après-demain", "fr", "après-demain", "2026-09-03"),
        ("in two weeks", "en", "in two weeks", "2026-09-15"),
        ("in 143 days", "en", "in 143 days", "2027-01-22"),
        ("a year from now", "en", "a year from now", "2027-09-01"),
        ("dans 3 mois", "fr", "dans 3 mois", "2026-12-01"),
        ("dans un an", "fr", "dans un an", "2027-09-01"),
        ("d'ici trois mois", "fr", "d'ici trois mois", "2026-12-01"),
        ("dans quinze jours", "fr", "dans quinze jours", "2026-09-16"),
        ("next month", "en", "next month", "2026-10-01"),
        ("le mois prochain", "fr", "le mois prochain", "2026-10-01"),
        ("next week", "en", "next week", "2026-09-08"),
        ("la semaine prochaine", "fr", "la semaine prochaine", "2026-09-08"),
        ("next Friday", "en", "next Friday", "2026-09-04"),
        ("next Tuesday", "en", "next Tuesday", "2026-09-08"),
        ("by Friday", "en", "Friday", "2026-09-04"),
        ("it expires Monday", "en", "Monday", "2026-09-07"),
        ("5 seats from Thursday", "en", "Thursday", "2026-09-03"),
        ("ça expire lundi", "fr", "lundi", "2026-09-07"),
        ("9 postes dès jeudi", "fr", "jeudi", "2026-09-03"),
        ("à partir de jeudi", "fr", "jeudi", "2026-09-03"),
        ("a week from Friday", "en", "a week from Friday", "2026-09-11"),
        ("vendredi en huit", "fr", "vendredi en huit", "2026-09-11"),
        ("vendredi en quinze", "fr", "vendredi en quinze", "2026-09-18"),
        ("in a fortnight", "en", "in a fortnight", "2026-09-15"),
        ("by year-end", "en", "year-end", "2026-12-31"),
        ("fin de mois", "fr", "fin de mois", "2026-09-30"),
        ("vendredi prochain", "fr", "vendredi prochain", "2026-09-04"),
        ("d'ici vendredi", "fr", "vendredi", "2026-09-04"),
        ("the 5th of next month", "en", "5th of next month", "2026-10-05"),
        ("le 5 du mois prochain", "fr", "5 du mois prochain", "2026-10-05"),
        ("the 17th", "en", "17th", "2026-09-17"),
        ("no, the 17th", "en", "17th", "2026-09-17"),
        ("the 17th instead", "en", "17th", "2026-09-17"),
        ("non le 12", "fr", "12", "2026-09-12"),
        ("finalement le 12 plutôt", "fr", "12", "2026-09-12"),
        ("end of the month", "en", "end of the month", "2026-09-30"),
        ("fin du mois prochain", "fr", "fin du mois prochain", "2026-10-31"),
        ("end of the year", "en", "end of the year", "2026-12-31"),
        ("fin de l'année", "fr", "fin de l'année", "2026-12-31"),
    ],
)
def test_a_day(read, text, language, words, expected):
    assert read("date", text, language) == [(words, expected, None)]


@pytest.mark.parametrize(
    "text",
    [
        "monday to friday",
        "from Monday to Friday",
        "no answer since Monday",
        "your year-end audit",
        "45 jours fin de mois",
        "du lundi au vendredi",
        "a 3 year term",
        "dans les 3 derniers mois",
        "in 9999 years",
        "the 2nd one",
        "3 weeks ago",
        "next year",
    ],
)
def test_not_a_date(read, text):
    assert read("date", text) == []
