"""Numbers taken back in the same message: the last one stands, in the place of the first."""

from __future__ import annotations

import pytest

ENGLISH = [
    ("3 for autocad, no wait 5, no 4", [("4", 4, "add")]),
    ("I need 3 seats. Actually make that 5.", [("5", 5, "add")]),
    ("I need 3 seats. Actually I need 5.", [("5", 5, "add")]),
    ("AutoCAD 3. sorry, 4.", [("4", 4, "add")]),
    ("5. no, 6", [("6", 6, "add")]),
    ("5 no 6", [("6", 6, "add")]),
    ("3 (I mean 4)", [("4", 4, "add")]),
    ("3 (sorry, 5)", [("5", 5, "add")]),
    ("five, sorry, six", [("six", 6, "add")]),
    ("two, i mean three", [("three", 3, "add")]),
    ("3 seats, oops, 4", [("4", 4, "add")]),
    ("add 3, wait, 5 seats", [("5", 5, "add")]),
    ("3 for revit... hold on, 4", [("4", 4, "add")]),
    ("10 no wait 12 no wait 15", [("15", 15, "add")]),
    ("1, no 2, no 3, no 4", [("4", 4, "add")]),
    ("2 seats... um 3", [("3", 3, "add")]),
    ("How much for 3? Scratch that, 5", [("5", 5, "add")]),
    ("3 users, sorry, 4 users", [("4", 4, "add")]),
    ("seats: 3. Correction: 5", [("5", 5, "add")]),
    ("3 seats for 12 months, sorry 4", [("4", 4, "add")]),
    ("3 seats, make that 5 please", [("5", 5, "add")]),
    ("3, my mistake, 8", [("8", 8, "add")]),
    ("I want 4 more, no, 6 more", [("6", 6, "add")]),
    ("3 seats, no, 5 in total", [("5", 5, "target")]),
    ("bring it to 20, no 25", [("25", 25, "target")]),
    ("bring it to 20, no, bring it to 25", [("25", 25, "target")]),
    ("go to 12, sorry, 15 seats", [("15", 15, "target")]),
    ("we have 4, sorry 5, and need 9", [("5", 5, "current"), ("9", 9, "target")]),
    ("CORRECTION: please disregard my previous message, should be 8 seats", [("8", 8, "add")]),
    ("forget the 3, it's 4", [("4", 4, "add")]),
    ("I said 3, sorry, 5", [("5", 5, "add")]),
]

FRENCH = [
    ("3 postes, non attends, 5, euh 4 finalement", [("4", 4, "add")]),
    ("5, non, 6", [("6", 6, "add")]),
    ("5 non 6", [("6", 6, "add")]),
    ("trois, pardon, quatre", [("quatre", 4, "add")]),
    ("3 postes, oups, 4", [("4", 4, "add")]),
    ("3 postes. Non, 5 postes.", [("5", 5, "add")]),
    ("j'en veux 3, finalement 4", [("4", 4, "add")]),
    ("j'en veux 3, plutôt 4", [("4", 4, "add")]),
    ("6 revit, ou plutôt 7", [("7", 7, "add")]),
    ("3 postes (je veux dire 4)", [("4", 4, "add")]),
    ("ajoute 3, attends, 5", [("5", 5, "add")]),
    ("3 de plus, non, 5 de plus", [("5", 5, "add")]),
    ("deux, non attendez, trois, désolé, quatre", [("quatre", 4, "add")]),
    ("3 postes, je me suis trompé, 5", [("5", 5, "add")]),
    ("10 postes, scusez, 12", [("12", 12, "add")]),
    ("combien pour 3, non, 5 postes AutoCAD de plus?", [("5", 5, "add")]),
    ("cinq postes pour 12 mois, en fait six", [("six", 6, "add")]),
    ("une, non, deux licences", [("deux", 2, "add")]),
    ("passer à 12, non, 15", [("15", 15, "target")]),
    ("monter à 12, excusez, à 15", [("15", 15, "target")]),
    ("on en a 4, euh 5, et il en faut 9", [("5", 5, "current"), ("9", 9, "target")]),
    ("laisse tomber les 3, ca sera 4", [("4", 4, "add")]),
    ("laissez tomber les 3 postes, 5", [("5", 5, "add")]),
    ("oublie les 3, mets-en 5", [("5", 5, "add")]),
    ("j'avais dit 3, oubliez ça, 4", [("4", 4, "add")]),
]

# A word of correction that takes no number back.
OTHERS = [
    ("no, 5", "en", [("5", 5, "add")]),
    ("non, 5", "fr", [("5", 5, "add")]),
    ("we have 10, sorry, 5 more", "en", [("10", 10, "current"), ("5", 5, "add")]),
    ("on a 10 postes, euh, 5 de plus", "fr", [("10", 10, "current"), ("5", 5, "add")]),
    ("we have 5, and actually need 8", "en", [("5", 5, "current"), ("8", 8, "target")]),
    ("on a 3 postes, non? il en faut 5", "fr", [("3", 3, "current"), ("5", 5, "target")]),
    ("I need 3 seats, no wait 5 days is too short", "en", [("3", 3, "add")]),
    ("3 seats, actually 5 people", "en", [("3", 3, "add")]),
    ("3 postes, en fait 5 personnes", "fr", [("3", 3, "add")]),
    ("we have 3 seats, actually 2 are unused", "en", [("3", 3, "current")]),
    ("3 Revit, sorry, not 4", "en", [("3", 3, "add")]),
    ("trois postes et non cinq", "fr", [("trois", 3, "add")]),
    ("3, non pas 4", "fr", [("3", 3, "add")]),
    ("2 Revit and 3 Maya", "en", [("2", 2, "add"), ("3", 3, "add")]),
    ("oublie les 3", "fr", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_the_last_number_stands(read, text, expected):
    assert read("seats", text) == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_le_dernier_nombre_compte(read, text, expected):
    assert read("seats", text, "fr") == expected


@pytest.mark.parametrize(("text", "language", "expected"), OTHERS)
def test_nothing_is_taken_back(read, text, language, expected):
    assert read("seats", text, language) == expected
