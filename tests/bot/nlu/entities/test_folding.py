from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.entities.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élève À côté", "eleve a cote"),
        ("e\u0301te\u0301", "ete"),
        ("cœur", "coeur"),
        ("l’abonnement", "l'abonnement"),
        ("1\u00a0200\u202f000", "1 200 000"),
        ("2–3 − 4", "2-3 - 4"),
        ("３ ﬁn", "3 fin"),
        ("3\ufe0f\u20e3", "3"),
        ("½", "1/2"),
        ("2½", "2 1/2"),
        ("Revit®", "revit"),
        ("a\u200bb", "ab"),
        ("a\x00b\tc", "a b c"),
        ("\ud800", "\ufffd"),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold(text, folded):
    assert fold(text).text == folded


def test_the_way_back():
    text = "un cœur e\u0301mu 3\ufe0f\u20e3"
    folded = fold(text)
    for word in ("coeur", "emu", "3"):
        at = folded.text.index(word)
        start, end = folded.original(at, at + len(word))
        assert fold(text[start:end]).text == word


@given(st.text())
def test_every_folded_character_has_an_origin(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.cased) == len(folded.origins)
    assert all(0 <= start < end <= len(text) for start, end in folded.origins)
