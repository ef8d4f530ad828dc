"""From a message to its entities. Recognisers run from the most specific form to the least."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.entities import (
    currencies,
    dates,
    foreign_currencies,
    noise,
    products,
    seats,
    subscription_ids,
    terms,
)
from bot.nlu.entities.claim import Claim, without
from bot.nlu.entities.entity import Entity
from bot.nlu.entities.folding import Folded, fold
from bot.nlu.entities.longest import longest

_DENIAL = re.compile(
    r"(?<!why )\b(?:not|pas|instead of|rather than|au lieu de|plutot que"
    r"|(?:any|every)thing but|all but|except|other than|excluding|sauf|hormis|a part|autre que)"
    r"\s+(?:(?:in|en|a|an|un|the|le|la|les|de|du)\s+)?(?:[ld]')?$|au lieu d'$"
)


def extract(
    text: str, *, language: str, locale: str | None, today: date, sure: bool = True
) -> list[Entity]:
    """Entities in text order, none overlapping; an empty list where nothing is found. Never raises.

    `language` is the best guess, "en" or "fr": it decides what "1,200" is where it is `sure`, and
    number words and names of the other one are found as well. `locale`, such as "fr_CA", orders
    numeric dates.
    """
    folded = fold(text)
    claims = dates.find(folded.text, language=language, locale=locale, today=today)
    claims += subscription_ids.find(folded, without(folded.text, claims))
    free = without(folded.text, claims)
    claims += longest([*currencies.find(free), *foreign_currencies.find(free), *noise.find(free)])
    claims += products.find(folded, without(folded.text, claims))
    claims += terms.find(without(folded.text, claims))
    claims.sort(key=lambda claim: claim.start)
    claims += seats.find(folded.text, claims, language if sure else None)
    return [
        _entity(claim, claim.entity, folded, text)
        for claim in sorted(claims, key=lambda claim: claim.start)
        if claim.entity and not _denied(folded.text, claim)
    ]


def _denied(text: str, claim: Claim) -> bool:
    """ "CAD, not USD" names one currency; a denied number is the seat rules' own business."""
    if claim.entity not in {"product", "currency", "term"}:
        return False
    return _DENIAL.search(text, max(0, claim.start - 30), claim.start) is not None


def _entity(claim: Claim, name: str, folded: Folded, text: str) -> Entity:
    start, end = folded.original(claim.start, claim.end)
    value = text[start:end] if claim.value is None else claim.value
    return Entity(name, value, start, end, claim.role)
