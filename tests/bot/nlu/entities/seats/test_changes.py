"""Amounts relative to the number said last."""

from __future__ import annotations

import pytest

PLUS = [
    ("3 more on top of that", 3),
    ("3 more seats on top of that", 3),
    ("and 3 on top", 3),
    ("and 2 more on top of it", 2),
    ("how much with 3 on top?", 3),
    ("add another 2 to that", 2),
    ("add 3 more to that", 3),
    ("plus 3 more on that", 3),
    ("3 more than that", 3),
    ("one less", -1),
    ("one less please", -1),
    ("make it one less", -1),
    ("2 fewer than that", -2),
    ("two less", -2),
    ("what about 2 less?", -2),
    ("how much for one less", -1),
    ("three fewer", -3),
    ("3 de plus par-dessus", 3),
    ("et 3 par-dessus ça", 3),
    ("ajoutes-en 2 à ça", 2),
    ("rajoute 2 là-dessus", 2),
    ("3 de plus en plus de ça", 3),
    ("4 de plus que ça", 4),
    ("un de moins", -1),
    ("et un de moins ?", -1),
    ("deux de moins", -2),
    ("2 de moins que ça", -2),
    ("combien pour un de moins", -1),
    ("ok et avec deux de moins, ça fait combien", -2),
]

TIMES = [
    ("double it", "2"),
    ("double it please", "2"),
    ("double that", "2"),
    ("can you double that?", "2"),
    ("how much is double that", "2"),
    ("how much for double that", "2"),
    ("twice as many", "2"),
    ("how about twice as many seats", "2"),
    ("twice that", "2"),
    ("double the number of seats", "2"),
    ("double our seats", "2"),
    ("how much to triple our AutoCAD seats?", "3"),
    ("half of that", "0.5"),
    ("half that", "0.5"),
    ("half as many", "0.5"),
    ("triple", "3"),
    ("triple that", "3"),
    ("three times as many", "3"),
    ("3 times that", "3"),
    ("double ça", "2"),
    ("doublez ça svp", "2"),
    ("le double", "2"),
    ("et le double?", "2"),
    ("combien pour le double", "2"),
    ("c'est combien le double", "2"),
    ("combien coûterait le double", "2"),
    ("doubler le nombre de postes", "2"),
    ("doubler nos postes AutoCAD", "2"),
    ("deux fois plus de postes", "2"),
    ("la moitié", "0.5"),
    ("la moitié de ça", "0.5"),
    ("moitié moins", "0.5"),
    ("moitié moins de postes", "0.5"),
    ("tripler", "3"),
    ("triplez ça", "3"),
    ("trois fois plus", "3"),
]

# Fewer seats in the subscription, charges, halves of something else.
NEITHER = [
    "remove 2",
    "drop 2 seats",
    "cut 3",
    "we have one less",
    "3 less seats",
    "2 too many",
    "half price",
    "half the price",
    "half of our seats",
    "we only need half of them now",
    "put half on one card and half on another",
    "I was double charged",
    "you charged me twice",
    "I did it twice already",
    "the price is double",
    "it's double",
    "why did it double?",
    "double check please",
    "six on that one",
    "enlever 2",
    "enlever la moitié",
    "un poste de moins",
    "un de trop",
    "la moitié du prix",
    "la moitié de nos postes",
    "moitié-moitié",
    "moitié sur une carte",
    "j'ai été facturé en double",
    "vous m'avez facturé le double",
    "le prix a doublé",
    "c'est le double du prix",
]


@pytest.mark.parametrize(("text", "number"), PLUS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_more_or_fewer_than_that(read, text, number, language):
    seen = [(value, role) for _, value, role in read("seats", text, language)]
    assert seen == [({"plus": number}, "change")]


@pytest.mark.parametrize(("text", "factor"), TIMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_so_many_times_that(read, text, factor, language):
    seen = [(value, role) for _, value, role in read("seats", text, language)]
    assert seen == [({"times": factor}, "change")]


@pytest.mark.parametrize("text", NEITHER)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_change_of_a_number(read, text, language):
    assert read("seats", text, language) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("and 3 more?", "3"), ("3 more seats on that account", "3"), ("3 de plus", "3")],
)
def test_more_may_be_more_seats(read, text, words):
    assert read("seats", text) == [(words, 3, "add")]


def test_on_top_of_what_there_is(read):
    seen = read("seats", "3 on top of our 10")
    assert seen == [("3", 3, "add"), ("10", 10, "current")]


def test_a_vague_change_stays_vague(read):
    ((_, _, role),) = read("seats", "a couple more on top of that")
    assert role == "vague"
