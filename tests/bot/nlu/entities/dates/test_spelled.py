"""Dates that name a month."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "language", "words", "expected"),
    [
        ("March 3", "en", "March 3", "2027-03-03"),
        ("Sept 1", "en", "Sept 1", "2026-09-01"),
        ("it renews on the 12th of August", "en", "12th of August", "2027-08-12"),
        ("Mar 3rd", "en", "Mar 3rd", "2027-03-03"),
        ("June 15, 2027", "en", "June 15, 2027", "2027-06-15"),
        ("4 July 2026", "en", "4 July 2026", "2026-07-04"),
        ("Apr. 30", "en", "Apr. 30", "2027-04-30"),
        ("march third", "en", "march third", "2027-03-03"),
        ("twenty-first of march", "en", "twenty-first of march", "2027-03-21"),
        ("Saturday, March 1, 2025", "en", "Saturday, March 1, 2025", "2025-03-01"),
        ("12-Mar-2027", "en", "12-Mar-2027", "2027-03-12"),
        ("1-Dec-26", "en", "1-Dec-26", "2026-12-01"),
        ("5 janvier 27", "fr", "5 janvier 27", "2027-01-05"),
        ("feb 29", "en", "feb 29", "2028-02-29"),
        ("march 3 next year", "en", "march 3 next year", "2027-03-03"),
        ("may 1st", "en", "may 1st", "2027-05-01"),
        ("3 mars 2027", "fr", "3 mars 2027", "2027-03-03"),
        ("le 1er avril", "fr", "1er avril", "2027-04-01"),
        ("premier avril", "fr", "premier avril", "2027-04-01"),
        ("le quinze janvier", "fr", "quinze janvier", "2027-01-15"),
        ("samedi 1er mars 2025", "fr", "samedi 1er mars 2025", "2025-03-01"),
        ("31 déc. 2026", "fr", "31 déc. 2026", "2026-12-31"),
        ("le 22 aout prochain", "fr", "22 aout", "2027-08-22"),
        ("fevrier 28", "fr", "fevrier 28", "2027-02-28"),
        ("jusqu'au 30 septembre 2026", "fr", "30 septembre 2026", "2026-09-30"),
        ("le 3 mars", "en", "3 mars", "2027-03-03"),
        ("end of March", "en", "end of March", "2027-03-31"),
        ("mid-January", "en", "mid-January", "2027-01-15"),
        ("beginning of feb 2028", "en", "beginning of feb 2028", "2028-02-01"),
        ("fin mars", "fr", "fin mars", "2027-03-31"),
        ("fin d'avril", "fr", "fin d'avril", "2027-04-30"),
        ("mi-janvier", "fr", "mi-janvier", "2027-01-15"),
        ("début octobre", "fr", "début octobre", "2026-10-01"),
        ("le dernier jour de mai", "fr", "dernier jour de mai", "2027-05-31"),
    ],
)
def test_a_day(read, text, language, words, expected):
    assert read("date", text, language) == [(words, expected, None)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [("February 30", "en", "February 30"), ("le 31 avril", "fr", "31 avril")],
)
def test_no_such_day(read, text, language, words):
    assert read("date", text, language) == [(words, words, "invalid")]


@pytest.mark.parametrize(
    ("text", "language", "words", "expected"),
    [
        ("in March", "en", "March", "2027-03"),
        ("sometime in september", "en", "september", "2026-09"),
        ("March 2028", "en", "March 2028", "2028-03"),
        ("march", "en", "march", "2027-03"),
        ("the one that ends in May", "en", "May", "2027-05"),
        ("early March", "en", "March", "2027-03"),
        ("courant mars", "fr", "mars", "2027-03"),
        ("en mars", "fr", "mars", "2027-03"),
        ("au mois de février", "fr", "février", "2027-02"),
        ("mars 2027", "fr", "mars 2027", "2027-03"),
    ],
)
def test_a_month_without_its_day(read, text, language, words, expected):
    assert read("date", text, language) == [(words, expected, "partial")]


@pytest.mark.parametrize(
    "text",
    [
        "may I add seats",
        "may 2 people share one login?",
        "i need 5 may i get them",
        "May the new user sign in",
        "we march on",
        "trois sept",
        "mars a bar",
    ],
)
def test_not_a_date(read, text):
    assert read("date", text) == []
