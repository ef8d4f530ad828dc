from __future__ import annotations

from typing import Any

import pytest

from actions.several import by_product

Orders = list[list[Any]]


def found(text: str, *named: tuple[str, Any, str]) -> list[dict[str, Any]]:
    """Entities as `(name, value, words)`, where the words stand in the text."""
    entities = [
        {
            "entity": name,
            "value": value,
            "start": text.index(words),
            "end": text.index(words) + len(words),
        }
        for name, value, words in named
    ]
    return sorted(entities, key=lambda entity: entity["start"])


def values(entities: list[dict[str, Any]]) -> list[Any]:
    return [entity["value"] for entity in entities]


PRODUCTS = (("product", "AutoCAD", "AutoCAD"), ("product", "Revit", "Revit"))
NUMBERS = (("seats", 3, "3"), ("seats", 5, "5"))


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("3 AutoCAD and 5 Revit", [3, "AutoCAD"], ["Revit", 5]),
        ("3 AutoCAD pis 5 Revit", [3, "AutoCAD"], ["Revit", 5]),
        ("AutoCAD 3, Revit 5", ["AutoCAD", 3], ["Revit", 5]),
        ("AutoCAD 3 and 5 for Revit", ["AutoCAD", 3], ["Revit", 5]),
        ("AutoCAD and Revit, 3 and 5", ["AutoCAD", 3], ["Revit", 5]),
    ],
)
def test_each_product_with_its_number(text: str, first: list[Any], other: list[Any]) -> None:
    kept, others = by_product(found(text, *PRODUCTS, *NUMBERS), text)
    assert (values(kept), [values(one) for one in others]) == (first, [other])


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("3 AutoCAD and Revit", [3, "AutoCAD"], ["Revit"]),
        ("AutoCAD and 3 Revit", ["AutoCAD"], ["Revit", 3]),
        ("AutoCAD et 3 de plus pour Revit", ["AutoCAD"], ["Revit", 3]),
        ("AutoCAD 3 and Revit", ["AutoCAD", 3], ["Revit"]),
        ("AutoCAD and Revit, 3 each", ["AutoCAD", 3], ["Revit", 3]),
        ("3 each for AutoCAD and Revit", [3, "AutoCAD"], ["Revit", 3]),
        ("3 chaque pour AutoCAD pis Revit", [3, "AutoCAD"], ["Revit", 3]),
    ],
)
def test_one_number(text: str, first: list[Any], other: list[Any]) -> None:
    kept, others = by_product(found(text, *PRODUCTS, NUMBERS[0]), text)
    assert (values(kept), [values(one) for one in others]) == (first, [other])


def test_a_number_that_is_corrected_belongs_to_what_follows() -> None:
    text = "3, no, 5 AutoCAD and 2 Revit"
    kept, others = by_product(found(text, *PRODUCTS, *NUMBERS, ("seats", 2, "2")), text)
    assert (values(kept), [values(one) for one in others]) == ([3, 5, "AutoCAD"], [["Revit", 2]])


def test_how_many_there_are_is_no_number_of_another_product() -> None:
    text = "from 3 to 5 AutoCAD and Revit"
    entities = found(text, *PRODUCTS, *NUMBERS)
    entities[0]["role"] = "current"
    kept, others = by_product(entities, text)
    assert (values(kept), [values(one) for one in others]) == ([3, 5, "AutoCAD"], [["Revit"]])


@pytest.mark.parametrize(
    ("text", "role"),
    [("Revit à 5 pis AutoCAD à 3", "target"), ("Revit to 5 and 3 AutoCAD", "add")],
)
def test_two_totals(text: str, role: str) -> None:
    entities = found(text, *PRODUCTS, *NUMBERS)
    for entity in entities:
        if entity["entity"] == "seats":
            entity["role"] = {5: "target", 3: "add"}[entity["value"]]
    _, ((*_, number),) = by_product(entities, text)
    assert (number["value"], number["role"]) == (3, role)


def test_up_to_three_others_are_kept() -> None:
    names = ["AutoCAD", "Revit", "Maya", "Fusion", "Inventor"]
    text = ", ".join(names)
    _, others = by_product(found(text, *(("product", name, name) for name in names)), text)
    assert [values(one) for one in others] == [["Revit"], ["Maya"], ["Fusion"]]


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
    assert by_product(entities, text) == (entities, [])


def test_a_date_is_for_all_of_them() -> None:
    text = "AutoCAD and Revit until 2027-01-15"
    kept, others = by_product(found(text, *PRODUCTS, ("date", "2027-01-15", "2027-01-15")), text)
    assert values(kept) == ["AutoCAD", "2027-01-15"]
    assert [values(one) for one in others] == [["Revit"]]
