"""Words that take something back."""

from __future__ import annotations

import pytest

from bot.engine.meaning.corrections import corrects


@pytest.mark.parametrize(
    "text",
    [
        "Actually make that 5",
        "sorry, 4",
        "No, 5",
        "ok no, 3",
        "non, mets-en 5",
        "finalement 4",
        "laisse tomber les 3, ça sera 4",
        "Désolé, Revit",
    ],
)
def test_a_correction(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize(
    "text", ["And for 5?", "et pour Revit ?", "It is for AutoCAD", "I do not understand what it is"]
)
def test_something_more(text: str) -> None:
    assert not corrects(text)
