"""A message about several products: only the first is worked out, and the customer is told so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Found = dict[str, Any]

_JOINS = re.compile(r"\b(?:and|or|plus|also|with|then|et|ou|pis|puis|aussi|avec|ainsi)\b|[,&+/;?]")
# "AutoCAD, no, Revit" changes its mind: the second product is the one that is meant.
_CORRECTS = re.compile(
    r"\b(?:no|not|sorry|wait|instead|rather|actually|oops|non|pas|pardon|attends|attendez"
    r"|plut[oô]t|finalement|oups)\b"
)


def of_first_product(entities: Sequence[Found], text: str) -> tuple[list[Found], bool]:
    """The entities without a second product and its number of seats, and whether there was one.

    `entities` are Rasa's, in the order of `text`. Dates and currencies are for all products.
    """
    products = [entity for entity in entities if entity["entity"] == "product"]
    second = next((e for e in products if e["value"] != products[0]["value"]), None)
    if second is None or not _are_joined(text[products[0]["end"] : second["start"]].lower()):
        return list(entities), False
    numbers = [entity for entity in entities if entity["entity"] == "seats"]
    first = products[0]
    if numbers and numbers[0]["start"] < first["start"]:
        own = [number for number in numbers if number["start"] < first["start"]]
    else:
        own = [number for number in numbers if number["start"] < second["start"]] or numbers
    kept = [
        entity
        for entity in entities
        if entity["entity"] not in {"product", "seats"} or entity is first or entity in own
    ]
    return kept, True


def _are_joined(between: str) -> bool:
    return bool(_JOINS.search(between)) and not _CORRECTS.search(between)
