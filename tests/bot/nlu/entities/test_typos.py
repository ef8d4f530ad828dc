from __future__ import annotations

import pytest

from bot.nlu.entities.typos import Spelling, allowed, distance


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("revit", "revit", 0),
        ("revitt", "revit", 1),
        ("reivt", "revit", 1),
        ("rivet", "revit", 2),
        ("", "abc", 3),
    ],
)
def test_distance(one, other, errors):
    assert distance(one, other) == distance(other, one) == errors


@pytest.mark.parametrize(
    ("word", "errors"), [("maya", 0), ("revit", 1), ("inventor", 2), ("3dsmax", 1)]
)
def test_longer_words_are_forgiven_more(word, errors):
    assert allowed(word) == errors


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("revitt", "revit"),
        ("navisworcks", "navisworks"),
        ("navsiwroks", "navisworks"),
        ("rivet", None),
        ("a" * 500, None),
    ],
)
def test_nearest(typed, meant):
    assert Spelling(["revit", "navisworks"]).nearest(typed) == meant
