from __future__ import annotations

import pytest

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.pieces import cut


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("j'ai 3 postes", ["j", "ai", "3", "postes"]),
        ("peux-tu", ["peux", "tu"]),
        ("2-3", ["2", "-", "3"]),
        ("-3", ["-3"]),
        ("3seats", ["3", "seats"]),
        ("x3", ["x", "3"]),
        ("3d 2nd v2", ["3d", "2nd", "v2"]),
        ("1 200,5", ["1", "200,5"]),
        ("1 200 postes", ["1 200", "postes"]),
        ("1.2.3", ["1", ".", "2", ".", "3"]),
        ("7->10", ["7", "->", "10"]),
        ("7 => 10", ["7", "=>", "10"]),
        ("ok?\nyes", ["ok", "?", "\n", "yes"]),
    ],
)
def test_cut(text, texts):
    assert [piece.text for piece in cut(text, [], frozenset({"seats"}))] == texts


def test_digits_of_a_version_are_not_numerals():
    assert not [p for p in cut("1.2.3", [], frozenset()) if p.kind == "numeral"]


def test_a_claim_is_one_piece():
    pieces = cut("on march 3 add 2", [Claim(3, 10, "DATE")], frozenset())
    assert [(p.text, p.kind) for p in pieces if p.kind != "word"] == [
        ("DATE", "claim"),
        ("2", "numeral"),
    ]
