"""Minus, decimals in words, and per cent."""

from __future__ import annotations

import pytest

from bot.nlu.entities.pieces import cut
from bot.nlu.entities.quantities import Range, find


def _values(text: str) -> list[object]:
    return [quantity.value for _, quantity in find(cut(text, [], frozenset()), "en").values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minus four", ["-4"]),
        ("negative 4", ["-4"]),
        ("moins deux postes", ["-2"]),
        ("au moins deux", [Range(2, None)]),
        ("3 de moins", [3]),
        ("10 minus 2", [10, 2]),
        ("two point five", ["2.5"]),
        ("deux virgule cinq", ["2.5"]),
        ("point five", [5]),
        ("quinze pour cent", [15]),
        ("pour cent licences", [100]),
        ("pour cent vingt licences", [120]),
    ],
)
def test_values(text, expected):
    assert _values(text) == expected
