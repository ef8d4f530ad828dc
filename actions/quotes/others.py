"""Products that a message named besides the first: as words, and as the buttons that go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actions.heard import Heard
from actions.payload import payload_of, values_in
from actions.quotes.wording import count, response


def one_at_a_time(heard: Heard) -> dict[str, Any]:
    """The values of utter_one_product."""
    first = heard.last("product")
    others = (values_in(other) for other in heard.others)
    return {"product": first.value if first else None, "others": spoken(others)}


def spoken(orders: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {"type": "list", "items": [_order(order) for order in orders]}


def other_options(others: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A button for each of the other products, with what was said of it."""
    return [
        {
            "response": "utter_option_name",
            "payload": payload_of("request_quote", other),
            "values": {"name": _order(other)},
        }
        for other in others
    ]


def _order(values: Mapping[str, Any]) -> Any:
    """ "3 seats of Revit"; the product alone where no number to add was said."""
    seats = values.get("seats.add", values.get("seats"))
    if type(seats) is not int:
        return values["product"]
    return response("utter_seats_of_product", seats=count(seats, "seat"), product=values["product"])
