from __future__ import annotations

import pytest

from bot.nlu.entities.pieces import cut
from bot.nlu.entities.quantities import Range, find


def _values(text: str) -> list[object]:
    return [quantity.value for _, quantity in find(cut(text, [], frozenset()), "en").values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 or 3", [Range(2, 3)]),
        ("2 ou 3", [Range(2, 3)]),
        ("2-3", [Range(2, 3)]),
        ("2 - 3", [Range(2, 3)]),
        ("2 to 3", [Range(2, 3)]),
        ("2/3", [Range(2, 3)]),
        ("deux trois", [Range(2, 3)]),
        ("2 voire 3", [Range(2, 3)]),
        ("2, or 3", [Range(2, 3)]),
        ("2, peut etre 3", [Range(2, 3)]),
        ("2, 3", [2, 3]),
        ("anywhere from 9 to 12", [Range(9, 12)]),
        ("change 5 to 7", [5, 7]),
        ("5 or so", [5]),
        ("10 to 15", [Range(10, 15)]),
        ("between 5 and 50", [Range(5, 50)]),
        ("need of 5", [5]),
        ("5 or 50", [5, 50]),
        ("3 or 2", [3, 2]),
        ("deux cinq", [2, 5]),
        ("from 9 to 12", [9, 12]),
        ("besoin de 9 a 12", [Range(9, 12)]),
        ("1-2-3", [1, Range(2, 3)]),
        ("1/2", ["1/2"]),
        ("five (5)", [5]),
        ("five (6)", [5, 6]),
        ("at least 5", [Range(5, None)]),
        ("5+", [Range(5, None)]),
        ("5 or more", [Range(5, None)]),
        ("at most 5", [Range(None, 5)]),
        ("pas plus de 3", [Range(None, 3)]),
    ],
)
def test_values(text, expected):
    assert _values(text) == expected
