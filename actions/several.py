"""A message about several products: the first is worked out now, the others right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Found = dict[str, Any]

_JOINS = re.compile(r"\b(?:and|or|plus|also|with|then|et|ou|pis|puis|aussi|avec|ainsi)\b|[,&+/;?]")
# Between a number and the product after it: then it belongs to the one before.
_SEPARATES = re.compile(r"\b(?:and|or|then|et|ou|pis|puis)\b|[,&;?/]")
# "3 each": one number, for all of them.
_EACH = re.compile(r"\b(?:each|apiece|chaque|chacun|chacune)\b")
_TO = re.compile(r"(?:\bto|\bà)\s*$")
# "AutoCAD, no, Revit" changes its mind: the second product is the one that is meant.
_CORRECTS = re.compile(
    r"\b(?:no|not|sorry|wait|instead|rather|actually|oops|non|pas|pardon|attends|attendez"
    r"|plut[oô]t|finalement|oups)\b"
)
# More than anyone wants to press through; whoever has a longer list asks a person.
_OTHERS_AT_MOST = 3


def by_product(entities: Sequence[Found], text: str) -> tuple[list[Found], list[list[Found]]]:
    """The entities without those of other products, and each other product with its numbers.

    `entities` are Rasa's, in the order of `text`. Dates and currencies are for all products.
    """
    products = _distinct([entity for entity in entities if entity["entity"] == "product"])
    gaps = (text[one["end"] : next_["start"]].lower() for one, next_ in pairwise(products))
    if len(products) < 2 or not all(_are_joined(gap) for gap in gaps):
        return list(entities), []
    numbers = [entity for entity in entities if entity["entity"] == "seats"]
    first, *others = [[product, *_own(product, products, numbers, text)] for product in products]
    kept = [
        entity
        for entity in entities
        if entity["entity"] not in {"product", "seats"} or any(entity is own for own in first)
    ]
    if any(entity.get("role") == "target" for entity in first):
        others = [[_aimed(entity, text) for entity in other] for other in others]
    return kept, others[:_OTHERS_AT_MOST]


def _distinct(products: Sequence[Found]) -> list[Found]:
    by_value: dict[Any, Found] = {}
    for product in products:
        by_value.setdefault(product["value"], product)
    return list(by_value.values())


def _own(
    product: Found, products: Sequence[Found], numbers: Sequence[Found], text: str
) -> list[Found]:
    """As many numbers as products go in their order; else each with the product beside it."""
    if len(numbers) == len(products) and all(n.get("role") != "current" for n in numbers):
        return [numbers[products.index(product)]]
    if len(numbers) == 1 and _EACH.search(text.lower()):
        return list(numbers)
    if not numbers or numbers[0]["start"] > products[-1]["start"]:
        return list(numbers)  # "AutoCAD and Revit: 3"
    return [number for number in numbers if _beside(number, products, text) is product]


def _aimed(entity: Found, text: str) -> Found:
    """ "Revit to 8 and AutoCAD to 12" are two totals, whatever 12 is by itself."""
    is_aimed = entity.get("role") == "add" and _TO.search(text[: entity["start"]].lower())
    return {**entity, "role": "target"} if is_aimed else entity


def _beside(number: Found, products: Sequence[Found], text: str) -> Found:
    before = [product for product in products if product["start"] < number["start"]]
    after = [product for product in products if product["start"] > number["start"]]
    if not after:
        return before[-1]
    is_apart = _SEPARATES.search(text[number["end"] : after[0]["start"]].lower())
    return before[-1] if before and is_apart else after[0]


def _are_joined(between: str) -> bool:
    return bool(_JOINS.search(between)) and not _CORRECTS.search(between)
