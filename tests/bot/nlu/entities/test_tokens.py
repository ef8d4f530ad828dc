from __future__ import annotations

import pytest

from bot.nlu.entities.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("add 3 more seats", ["ADD", "N", "MORE", "SEAT"]),
        ("ca me prend un poste", ["GLUE", "WANT", "A1", "POSTE"]),
        ("un autre poste", ["ONEMORE", "POSTE"]),
        ("since 2014", ["LINK", "YEAR"]),
        ("2014 seats", ["N", "SEAT"]),
        ("zyzzyva", ["X"]),
        ("", []),
    ],
)
def test_kinds(text, kinds):
    assert [token.kind for token in tokenize(text, [], "fr")] == kinds


def test_offsets_are_those_of_the_text():
    text = "rajoute-moi-z-en deux ou trois svp"
    number = next(token for token in tokenize(text, [], "fr") if token.quantity)
    assert text[number.start : number.end] == "deux ou trois"
