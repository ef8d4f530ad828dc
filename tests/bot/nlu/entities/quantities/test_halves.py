"""Halves belong to no count, and to the nearest number."""

from __future__ import annotations

import pytest

from bot.nlu.entities.pieces import cut
from bot.nlu.entities.quantities import find


def _values(text: str) -> list[object]:
    return [quantity.value for _, quantity in find(cut(text, [], frozenset()), "en").values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half a seat", ["0.5"]),
        ("half of a licence", ["0.5"]),
        ("half seat", ["0.5"]),
        ("demi poste", ["0.5"]),
        ("une demi licence", ["0.5"]),
        ("half the seats", []),
        ("half price", []),
        ("demi tarif", []),
        ("one and a half", ["1.5"]),
        ("a seat and a half", ["1.5"]),
        ("un poste et demi", ["1.5"]),
        ("deux licences revit et demie", ["2.5"]),
        ("3 seats for one team and a half", [3, "1.5"]),
        ("12 seats and half of them", [12]),
        ("2 1/2 seats", ["2 1/2"]),
        ("2 1/8", [2, "1/8"]),
        ("half a dozen", [6]),
        ("a half dozen", [6]),
        ("12 and a half dozen", [12, 6]),
    ],
)
def test_values(text, expected):
    assert _values(text) == expected
