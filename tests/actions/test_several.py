from __future__ import annotations

from typing import Any

import pytest

from actions.several import of_first_product


def found(text: str, *named: tuple[str, Any, str]) -> list[dict[str, Any]]:
    """Entities as `(name, value, words)`, where the words stand in the text."""
    return [
        {
            "entity": name,
            "value": value,
            "start": text.index(words),
            "end": text.index(words) + len(words),
        }
        for name, value, words in named
    ]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("3 AutoCAD and 5 Revit", [3]),
        ("AutoCAD 3, Revit 5", [3]),
        ("3 AutoCAD et 5 Revit", [3]),
        ("AutoCAD and Revit, 5 of them, not 3", [5, 3]),
    ],
)
def test_the_first_of_two_products_with_its_seats(text: str, seats: list[int]) -> None:
    entities = found(
        text,
        ("product", "AutoCAD", "AutoCAD"),
        ("product", "Revit", "Revit"),
        ("seats", 3, "3"),
        ("seats", 5, "5"),
    )
    entities.sort(key=lambda entity: entity["start"])
    kept, several = of_first_product(entities, text)
    assert several
    assert [entity["value"] for entity in kept if entity["entity"] == "product"] == ["AutoCAD"]
    assert [entity["value"] for entity in kept if entity["entity"] == "seats"] == seats


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("AutoCAD, no, Revit", ["AutoCAD", "Revit"]),
        ("AutoCAD non plutôt Revit", ["AutoCAD", "Revit"]),
        ("AutoCAD", ["AutoCAD"]),
        ("hello", []),
    ],
)
def test_one_product_or_a_change_of_mind(text: str, products: list[str]) -> None:
    entities = found(text, *(("product", name, name) for name in products))
    assert of_first_product(entities, text) == (entities, False)


def test_a_date_is_for_all_of_them() -> None:
    text = "AutoCAD and Revit until 2027-01-15"
    entities = found(
        text,
        ("product", "AutoCAD", "AutoCAD"),
        ("product", "Revit", "Revit"),
        ("date", "2027-01-15", "2027-01-15"),
    )
    kept, several = of_first_product(entities, text)
    assert several
    assert [entity["entity"] for entity in kept] == ["product", "date"]
