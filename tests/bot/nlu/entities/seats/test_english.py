"""Seat counts as English speakers write them, code-switching and non-native English included."""

from __future__ import annotations

import pytest

ADD = [
    ("3 more seats", ("3", 3)),
    ("add 12", ("12", 12)),
    ("just add 5 for me", ("5", 5)),
    ("2x", ("2", 2)),
    ("x3", ("3", 3)),
    ("qty 6", ("6", 6)),
    ("quantity: 11", ("11", 11)),
    ("another seat", ("another", 1)),
    ("another 5", ("5", 5)),
    ("one more seat pls", ("one", 1)),
    ("ten more please", ("ten", 10)),
    ("plus 4 seats", ("4", 4)),
    ("i need 7 more seats on our civil 3d subscription", ("7", 7)),
    ("how much would 3 more seats cost", ("3", 3)),
    ("gimme a price for ten", ("ten", 10)),
    ("quote me 9", ("9", 9)),
    ("pls quote 3x AEC collection", ("3", 3)),
    ("could you price out half a dozen seats of Navisworks", ("half a dozen", 6)),
    ("need a dozen licences", ("a dozen", 12)),
    ("ballpark for 25 more 3ds max?", ("25", 25)),
    ("one extra maya", ("one", 1)),
    ("put me down for four more revit", ("four", 4)),
    ("how much for twenty-five seats", ("twenty-five", 25)),
    ("two hundred and five seats please", ("two hundred and five", 205)),
    ("can we get a hundred licences", ("hundred", 100)),
    ("1,200 seats", ("1,200", 1200)),
    ("10 000 seats", ("10 000", 10000)),
    ("add 12345678901 seats", ("12345678901", 12345678901)),
    ("2014 seats", ("2014", 2014)),
    ("need 5seats asap", ("5", 5)),
    ("need 15 acad seats asap", ("15", 15)),
    ("how much 4 3 seats", ("3", 3)),
    ("add 2 users to our account", ("2", 2)),
    ("can you add 12 users", ("12", 12)),
    ("how do i put 2 more people on our revit sub", ("2", 2)),
    ("please add one user on my account", ("one", 1)),
    ("how do I add a seat?", ("a", 1)),
    ("add an autocad seat", ("an", 1)),
    ("4 AutoCAD LT", ("4", 4)),
    ("Revit x4, how much", ("4", 4)),
    ("RFQ: 12 x Inventor Professional, annual", ("12", 12)),
    ("i wish to know price of one seat more", ("one", 1)),
    ("Me need 2 license more, how many dollar?", ("2", 2)),
    ("i need deux postes", ("deux", 2)),
    ("want 3 postes, combien", ("3", 3)),
    ("seats: 5", ("5", 5)),
    ("increase by 3", ("3", 3)),
    ("we are short three seats", ("three", 3)),
    ("2 seets", ("2", 2)),
    ("4 liscences", ("4", 4)),
    ("is there a better price if I take 25", ("25", 25)),
    ("need 3 by next Friday", ("3", 3)),
    ("what if we did 20 rather than 15", ("20", 20)),
    ("before i buy 5 more seats i want to talk to someone", ("5", 5)),
    ("i need 3 seats, not 30", ("3", 3)),
    ("not 5 seats but 3", ("3", 3)),
    ("scrap that, 9", ("9", 9)),
    ("seats for five new starters", ("five", 5)),
    ("I need Revit for 5 people", ("5", 5)),
    ("4 architects need a seat each", ("4", 4)),
    ("could we have 5 seats please", ("5", 5)),
    ("we're 5 short", ("5", 5)),
    ("12 people but only 3 more seats", ("3", 3)),
    ("boss says get 6 more", ("6", 6)),
    ("3 or so seats", ("3", 3)),
    ("5-ish seats", ("5", 5)),
    ("order 12 seats", ("12", 12)),
    ("order 2000 seats", ("2000", 2000)),
    ("PO 88213 for 3 seats", ("3", 3)),
    ("I need a million seats", ("a million", 1000000)),
    ("AutoCAD and Revit, 3 each", ("3", 3)),
    ("3 each for Revit and AutoCAD", ("3", 3)),
    ("2 seats of each, for Revit and AutoCAD", ("2", 2)),
    ("3 seats each", ("3", 3)),
    ("3 each", ("3", 3)),
]

TARGET = [
    ("go to 12", ("12", 12)),
    ("we want to go up to 20 seats", ("20", 20)),
    ("bump it to 8", ("8", 8)),
    ("increase our revit seats to 14", ("14", 14)),
    ("15 in total", ("15", 15)),
    ("so we have 15 in total", ("15", 15)),
    ("for a total of 18 seats", ("18", 18)),
    ("the total should be 8", ("8", 8)),
    ("bring us up to 30", ("30", 30)),
    ("set seats to 40, what's the price", ("40", 40)),
    ("reduce to 5 at renewal", ("5", 5)),
    ("we should have 16 in total", ("16", 16)),
    ("take us to 30 seats", ("30", 30)),
    ("put us at 30", ("30", 30)),
]

CURRENT = [
    ("we have 9 seats", ("9", 9)),
    ("we currently have 9 revit seats", ("9", 9)),
    ("i've got 4 licences of maya", ("4", 4)),
    ("our 6 seats", ("6", 6)),
    ("there are 12 seats on the account", ("12", 12)),
    ("we're paying for 9", ("9", 9)),
    ("we hold 3 seats", ("3", 3)),
    ("my account shows 4 seats", ("4", 4)),
]

SEVERAL = [
    ("from 10 to 15", [("10", 10, "current"), ("15", 15, "target")]),
    ("how much to go from 6 to 9", [("6", 6, "current"), ("9", 9, "target")]),
    ("we're at 10 and need to go to 15", [("10", 10, "current"), ("15", 15, "target")]),
    ("take us from four to six", [("four", 4, "current"), ("six", 6, "target")]),
    ("if I drop from 10 to 8", [("10", 10, "current"), ("8", 8, "target")]),
    ("upgrade from 1 to 2 seats price", [("1", 1, "current"), ("2", 2, "target")]),
    ("up to 25 from 19", [("25", 25, "target"), ("19", 19, "current")]),
    ("we have 9 seats and need 3 more", [("9", 9, "current"), ("3", 3, "add")]),
    ("ten, total would be 22", [("ten", 10, "add"), ("22", 22, "target")]),
    ("we hold 3 seats, want 5 in total", [("3", 3, "current"), ("5", 5, "target")]),
    ("7 -> 10", [("7", 7, "current"), ("10", 10, "target")]),
    ("change 5 to 7", [("5", 5, "current"), ("7", 7, "target")]),
    ("bump AutoCAD from 3 up to 7", [("3", 3, "current"), ("7", 7, "target")]),
    ("increase from 5 seats by 2", [("5", 5, "current"), ("2", 2, "add")]),
    ("add 3 for a total of 14", [("3", 3, "add"), ("14", 14, "target")]),
]

VAGUE = [
    ("a couple of seats", "a couple", 2, 3),
    ("let's add a couple. cost?", "a couple", 2, 3),
    ("2 or 3 more seats", "2 or 3", 2, 3),
    ("two or three", "two or three", 2, 3),
    ("2-3", "2-3", 2, 3),
    ("3 to 5 seats", "3 to 5", 3, 5),
    ("add three to five", "three to five", 3, 5),
    ("3 or 5 seats?", "3 or 5", 3, 5),
    ("between 5 and 7", "5 and 7", 5, 7),
    ("a few seats", "a few", None, None),
    ("we need several licences", "several", None, None),
    ("at least 10 seats", "10", 10, None),
    ("500+ seats", "500", 500, None),
    ("no more than 5 seats", "5", None, 5),
    ("no fewer than 5 seats", "5", 5, None),
    ("as many as 5 seats", "5", None, 5),
    ("anywhere from 5 to 8 seats", "5 to 8", 5, 8),
    ("three, maybe four", "three, maybe four", 3, 4),
]

INVALID = [
    ("0", "0", "0"),
    ("add zero seats", "zero", "0"),
    ("-3", "-3", "-3"),
    ("add -2 seats", "-2", "-2"),
    ("2.5", "2.5", "2.5"),
    ("2.5 seats", "2.5", "2.5"),
    ("1/2 seat", "1/2", "1/2"),
    ("half a seat", "half a", "0.5"),
    ("one and a half Maya seats more", "one and a half", "1.5"),
    ("get me a seat and a half", "a", "1.5"),
    ("2½ seats", "2½", "2 1/2"),
    ("two point five seats", "two point five", "2.5"),
    ("minus four seats", "minus four", "-4"),
    ("negative two", "negative two", "-2"),
]


@pytest.mark.parametrize(("text", "expected"), ADD)
def test_new_seats(read, text, expected):
    assert read("seats", text) == [(*expected, "add")]


@pytest.mark.parametrize(("text", "expected"), TARGET)
def test_total_wanted(read, text, expected):
    assert read("seats", text) == [(*expected, "target")]


@pytest.mark.parametrize(("text", "expected"), CURRENT)
def test_total_there_is(read, text, expected):
    assert read("seats", text) == [(*expected, "current")]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_numbers(read, text, expected):
    assert read("seats", text) == expected


@pytest.mark.parametrize(("text", "words", "least", "most"), VAGUE)
def test_vague(read, text, words, least, most):
    assert read("seats", text) == [(words, {"min": least, "max": most}, "vague")]


@pytest.mark.parametrize(("text", "words", "value"), INVALID)
def test_not_a_count(read, text, words, value):
    assert read("seats", text) == [(words, value, "invalid")]
