"""What of the draft a message leaves standing, before its own values fill it in."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from actions.cues import is_alone, is_new_quote
from actions.heard import Entity, Heard
from actions.payload import entities_of, values_in
from actions.quotes.seats import wanted_in

if TYPE_CHECKING:
    from actions.quotes.draft import Draft

_OF_AN_ORDER = frozenset({"product", "seats"})


def standing(draft: Draft, heard: Heard) -> tuple[Draft, Heard]:
    """The draft, and the message with the number that was said of its product earlier on.

    "2 AutoCAD and 3 Revit", then "and the Revit?": the 3 is the number of that question.
    """
    if heard.intent == "request_quote" and is_new_quote(heard.text):
        draft = _begun_anew(draft)
    if heard.others:
        first = tuple(entity for entity in heard.entities if entity.name in _OF_AN_ORDER)
        orders = tuple(values_in(order) for order in (first, *heard.others))
        return replace(draft, orders=orders), heard
    named = heard.last("product")
    if named is None:
        return _without_dropped(draft, heard)
    if is_alone(heard.text):
        others = tuple(order for order in draft.orders if order["product"] == named.value)
        draft = replace(draft, orders=others)
    order = next((order for order in draft.orders if order["product"] == named.value), None)
    if order is None:
        return replace(draft, orders=()), heard  # the customer has moved on
    numbers = entities_of({name: value for name, value in order.items() if name != "product"})
    if wanted_in(heard) or not numbers:
        return draft, heard
    without = replace(draft, seats=None, seats_total=None)
    return without, replace(heard, entities=(*heard.entities, *numbers))


def _without_dropped(draft: Draft, heard: Heard) -> tuple[Draft, Heard]:
    """ "Drop the AutoCAD": of several products, what is left is asked about."""
    words = heard.text.lower()
    left = [order for order in draft.orders if order["product"].lower() not in words]
    if (
        Entity("wrong", "product", None) not in heard.entities
        or not left
        or left == [*draft.orders]
    ):
        return draft, heard
    said = tuple(entity for entity in heard.entities if entity.name != "wrong")
    without = replace(draft, orders=tuple(left), seats=None, seats_total=None)
    return without, replace(heard, entities=(*said, *entities_of(left[0])))


def noted(draft: Draft, product: str | None) -> Draft:
    """The draft whose order of `product` has the number that the draft has now."""
    if not isinstance(draft.seats, int):
        return draft
    now = {"product": product, "seats": draft.seats}
    orders = (now if order["product"] == product else order for order in draft.orders)
    return replace(draft, orders=tuple(orders))


def _begun_anew(draft: Draft) -> Draft:
    """All but the currency, which is the customer's and not one quote's."""
    nothing: dict[str, Any] = {
        field.name: field.default for field in fields(draft) if field.name != "currency"
    }
    return replace(draft, **nothing)
