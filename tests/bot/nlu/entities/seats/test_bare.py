"""Messages that answer "how many?" with little more than the number."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("5", "en", "5", 5),
        ("5", "fr", "5", 5),
        ("just 3", "en", "3", 3),
        ("7 instead", "en", "7", 7),
        ("make it 7", "en", "7", 7),
        ("5 pls", "en", "5", 5),
        ("for now 2", "en", "2", 2),
        ("no 4, i mistyped", "en", "4", 4),
        ("14 not 40", "en", "14", 14),
        ("sorry, six not five", "en", "six", 6),
        ("about eight", "en", "eight", 8),
        ("only one", "en", "one", 1),
        ("a dozen", "en", "a dozen", 12),
        ("douze", "fr", "douze", 12),
        ("douze", "en", "douze", 12),
        ("trois svp", "fr", "trois", 3),
        ("plutôt 7", "fr", "7", 7),
        ("juste un", "fr", "un", 1),
        ("une seule", "fr", "une", 1),
        ("euh... 6 je pense", "fr", "6", 6),
        ("quatre pis c'est tout", "fr", "quatre", 4),
        ("mettons deux", "fr", "deux", 2),
        ("à peu près 14", "fr", "14", 14),
        ("c'est 9", "fr", "9", 9),
        ("Revit, 5, March 3, CAD", "en", "5", 5),
        ("AutoCAD LT 6", "fr", "6", 6),
        ("4 users", "en", "4", 4),
        ("what about 4?", "en", "4", 4),
        ("cinq utilisateurs", "fr", "cinq", 5),
        ("et si on en prenait 4 ?", "fr", "4", 4),
    ],
)
def test_the_number_is_new_seats(read, text, language, words, value):
    assert read("seats", text, language) == [(words, value, "add")]


@pytest.mark.parametrize(
    "text", ["in 5 minutes we leave", "the 5 of them argued", "1 2 3 4 5 6", "2026", "7 dwarfs"]
)
def test_a_number_in_other_words_is_not(read, text):
    assert read("seats", text) == []
