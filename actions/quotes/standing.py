"""What of the draft a message leaves standing, before its own values fill it in."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from actions.cues import is_new_quote
from actions.heard import Heard
from actions.payload import entities_of, values_in
from actions.quotes.seats import wanted_in

if TYPE_CHECKING:
    from actions.quotes.draft import Draft


def standing(draft: Draft, heard: Heard) -> tuple[Draft, Heard]:
    """The draft, and the message with the number that was said of its product earlier on.

    "2 AutoCAD and 3 Revit", then "and the Revit?": the 3 is the number of that question.
    """
    if heard.intent == "request_quote" and is_new_quote(heard.text):
        draft = _begun_anew(draft)
    if heard.others:
        others = tuple(values_in(other) for other in heard.others)
        return replace(draft, other_products=others), heard
    named = heard.last("product")
    asked = next((o for o in draft.other_products if named and o["product"] == named.value), None)
    if asked is None:
        return draft, heard
    left = tuple(other for other in draft.other_products if other is not asked)
    numbers = entities_of({name: value for name, value in asked.items() if name != "product"})
    earlier = () if wanted_in(heard) else numbers
    return (
        replace(draft, other_products=left),
        replace(heard, entities=(*heard.entities, *earlier)),
    )


def _begun_anew(draft: Draft) -> Draft:
    """All but the currency, which is the customer's and not one quote's."""
    nothing: dict[str, Any] = {
        field.name: field.default for field in fields(draft) if field.name != "currency"
    }
    return replace(draft, **nothing)
