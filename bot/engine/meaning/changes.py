"""What a message says of an open quote besides the values that the entity rules find in it.

A lone number, a product that is taken back, "wrong number", "the other one": all of them say
something only beside a quote. What is to be asked again is an entity as well, `wrong`: its value
is the slot, and the role `other` says that the customer means the other one of two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.engine.meaning.parses import Found
from bot.nlu.entities.denials import denied_products, is_denied
from bot.nlu.entities.folding import Folded, fold
from bot.nlu.entities.lone import lone_number

WRONG = "wrong"
_SAYS = {
    "product": {"product", "subscription_id"},
    "seats": {"seats"},
    "renewal_date": {"date"},
    "currency": {"currency"},
}
_NOUNS = {
    "product": r"(?:product|software|program|subscription|produit|logiciel|abonnement)",
    "seats": r"(?:number|quantity|count|nombre|quantite|chiffre)",
    "renewal_date": r"(?:renewal date|date)",
    "currency": r"(?:currency|devise|monnaie)",
}
_WRONG = (
    r"\b(?:wrong|incorrect|(?:not|isn't) the right|change|different|mauvaise?|pas l[ea] bonn?e?"
    r"|changer|changez|autre|trompee? de|erreur de|erreur dans)"
    r"\s+(?:(?:the|my|le|la|de|d'|mon|ma)\s*)?{noun}\b"
    r"|\b{noun} (?:is|was|n'est|est) (?:wrong|incorrect|not right|mauvaise?|pas l[ea] bonn?e?"
    r"|pas bonn?e?|errone)\b"
)
# "No, not 4" takes the number back.
_NOT_SO_MANY = r"|\b(?:not|pas) \d+\W*$"
_PATTERNS = {
    slot: re.compile(_WRONG.replace("{noun}", noun) + (_NOT_SO_MANY if slot == "seats" else ""))
    for slot, noun in _NOUNS.items()
}
_THE_OTHER = re.compile(r"\bthe other (?:one|product|subscription)\b|\bl'autre\b")


def with_changes(text: str, found: Sequence[Found], language: str, *, counted: bool) -> list[Found]:
    """The entities of the message as they are beside a quote; `counted` where a number is seats."""
    folded = fold(text)
    kept, product = _without_denied(folded, found)
    added = [product] if product else []
    added += _wrong(folded, [*kept, *added])
    explained = any(entity["entity"] in {"seats", "date"} for entity in kept) or any(
        entity["value"] == "seats" for entity in added
    )
    number = lone_number(text, [*kept, *added], language) if counted and not explained else None
    if number is not None:
        added.append({"entity": "seats", "value": number.value, "role": number.role} | _at(number))
    return [*kept, *added]


def _without_denied(folded: Folded, found: Sequence[Found]) -> tuple[list[Found], Found | None]:
    """What is left of the entities, and which product is asked for again if none is."""
    other = _THE_OTHER.search(folded.text)
    if other and is_denied(folded.text, other.start()):
        other = None
    denied = [folded.original(claim.start, claim.end) for claim in denied_products(folded)]
    spans = [*denied, folded.original(*other.span())] if other else denied
    kept = [e for e in found if not any(s <= e["start"] and e["end"] <= t for s, t in spans)]
    if not spans or any(entity["entity"] in _SAYS["product"] for entity in kept):
        return kept, None
    wrong = _ask_again("product", spans[-1])
    return kept, wrong | {"role": "other"} if other else wrong


def _wrong(folded: Folded, found: Sequence[Found]) -> list[Found]:
    said = {entity["entity"] for entity in found}
    matches = [(slot, pattern.search(folded.text)) for slot, pattern in _PATTERNS.items()]
    return [
        _ask_again(slot, folded.original(*match.span()))
        for slot, match in matches
        if match and not said & (_SAYS[slot] | {WRONG})
    ]


def _ask_again(slot: str, span: tuple[int, int]) -> Found:
    return {"entity": WRONG, "value": slot, "start": span[0], "end": span[1]}


def _at(number: Any) -> dict[str, int]:
    return {"start": number.start, "end": number.end}
