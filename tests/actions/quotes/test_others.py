from __future__ import annotations

from actions.heard import Entity, Heard
from actions.quotes.others import one_at_a_time, other_options

REVIT = (Entity("product", "Revit", None), Entity("seats", 3, "add"))
MAYA = (Entity("product", "Maya", None), Entity("seats", 12, "target"))
THREE_OF_REVIT = {
    "type": "response",
    "name": "utter_seats_of_product",
    "values": {"seats": {"type": "count", "unit": "seat", "number": 3}, "product": "Revit"},
}


def test_the_first_product_and_the_others() -> None:
    named = (Entity("product", "AutoCAD", None), Entity("seats", 2, "add"))
    heard = Heard("request_quote", named, None, None, False, others=(REVIT, MAYA))
    assert one_at_a_time(heard) == {
        "product": "AutoCAD",
        "others": {"type": "list", "items": [THREE_OF_REVIT, "Maya"]},
    }


def test_a_button_for_each_with_what_was_said_of_it() -> None:
    buttons = other_options(
        [{"product": "Revit", "seats.add": 3}, {"product": "Maya", "seats.target": 12}]
    )
    assert [button["payload"] for button in buttons] == [
        '/request_quote{"product": "Revit", "seats.add": 3}',
        '/request_quote{"product": "Maya", "seats.target": 12}',
    ]
    assert [button["values"]["name"] for button in buttons] == [THREE_OF_REVIT, "Maya"]
    assert {button["response"] for button in buttons} == {"utter_option_name"}
