from __future__ import annotations

from actions.heard import Entity
from actions.payload import entities_of, payload_of, values_in

ORDER = (Entity("product", "Revit", None), Entity("seats", 12, "target"))
VALUES = {"product": "Revit", "seats.target": 12}


def test_values_with_their_roles() -> None:
    assert values_in(ORDER) == VALUES
    assert entities_of(VALUES) == ORDER


def test_the_last_of_several_numbers_counts() -> None:
    assert values_in([Entity("seats", 3, "add"), Entity("seats", 5, "add")]) == {"seats.add": 5}


def test_the_payload_of_a_button() -> None:
    assert payload_of("request_quote", VALUES) == (
        '/request_quote{"product": "Revit", "seats.target": 12}'
    )
    assert payload_of("request_quote", {}) == "/request_quote"
