"""What is named only to be taken back."""

from __future__ import annotations

import pytest

from bot.nlu.entities.denials import denied_products
from bot.nlu.entities.folding import fold


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("not AutoCAD", ["AutoCAD"]),
        ("forget about Revit", ["Revit"]),
        ("we don't need the Maya", ["Maya"]),
        ("Revit instead of AutoCAD", ["AutoCAD"]),
        ("non, pas AutoCAD", ["AutoCAD"]),
        ("oubliez Revit", ["Revit"]),
        ("laisse tomber l'AutoCAD LT", ["AutoCAD LT"]),
        ("pas AutoCAD, Revit", ["AutoCAD"]),
        ("why not Revit?", []),
        ("pourquoi pas Revit ?", []),
        ("never mind that, Revit", []),
        ("forget the quote for Revit", []),
        ("AutoCAD", []),
    ],
)
def test_a_product_is_taken_back_by_the_words_right_before_it(text: str, denied: list[str]) -> None:
    assert [claim.value for claim in denied_products(fold(text))] == denied
