"""A product's name, or somebody's."""

from __future__ import annotations

import pytest

from bot.nlu.entities.people import is_person


def _read(text: str, word: str) -> bool:
    start = text.index(word)
    return is_person(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("maya from accounting is away", "maya"),
        ("hi maya, three seats please", "maya"),
        ("my boss maya wants 3 seats", "maya"),
        ("maya said yes", "maya"),
        ("maya, du service comptable", "maya"),
        ("bonjour maya", "maya"),
        ("maya est en conge", "maya"),
        ("our founder was an inventor", "inventor"),
        ("mon pere etait inventeur", "inventeur"),
        ("the inventor of the wheel", "inventor"),
    ],
)
def test_somebody(text, word):
    assert _read(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("hi maya 3 seats please", "maya"),
        ("hello, maya", "maya"),
        ("move maya from monthly to annual", "maya"),
        ("la licence maya du service comptable", "maya"),
        ("is a maya seat dear", "maya"),
        ("is inventor included", "inventor"),
        ("what is an inventor seat", "inventor"),
        ("revit said", "revit"),
    ],
)
def test_a_product(text, word):
    assert not _read(text, word)
