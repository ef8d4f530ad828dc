"""The one number of a few words about an open quote: "never mind that, 13", « ou 15 ».

The seat rules leave it out, since by itself such a number could count anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from bot.nlu.entities import noise
from bot.nlu.entities.claim import Claim
from bot.nlu.entities.denials import is_denied
from bot.nlu.entities.entity import Entity
from bot.nlu.entities.folding import Folded, fold
from bot.nlu.entities.seats import matching
from bot.nlu.entities.tokens import NUMBER, Token, tokenize

_MOST_NUMBERS = 2
_PEOPLE = frozenset({"USER", "PERSON", "HIRE"})
# '/inform{"seats": 999}' is not what a customer says.
_CODE = re.compile("[{}<>]")
_JOINS = frozenset("-/:#%")
# « le 12 » is a day: of seats there are several.
_DAY = re.compile(r"\ble $")


def lone_number(text: str, found: Iterable[Mapping[str, Any]], language: str) -> Entity | None:
    """The last number that nothing else explains, as seats to add; None in a row of numbers.

    `found` are the message's entities as Rasa knows them.
    """
    if _CODE.search(text):
        return None
    folded = fold(text)
    claims = [_claim(folded, entity) for entity in found]
    claims += [
        one for one in noise.find(folded.text) if not any(map(partial(_overlap, one), claims))
    ]
    tokens = tokenize(folded.text, sorted(claims, key=lambda claim: claim.start), language)
    ruled_out = matching.roles(tokens)
    numbers = [
        token
        for position, token in enumerate(tokens)
        if token.kind == NUMBER
        and ruled_out.get(position) != matching.NOT_SEATS
        and _stands_alone(folded.text, token)
        and not any(after.kind in _PEOPLE for after in tokens[position + 1 : position + 2])
    ]
    if not numbers or len(numbers) > _MOST_NUMBERS:
        return None
    return _seats(folded, numbers[-1])


def _stands_alone(text: str, token: Token) -> bool:
    """In digits, no day, no piece of "1-855" or "10/4": "have a good one" counts nothing."""
    around = {*text[: token.start][-1:], *text[token.end :][:1]}
    is_day = _DAY.search(text, 0, token.start)
    return text[token.start : token.end].isdigit() and not around & _JOINS and not is_day


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _claim(folded: Folded, entity: Mapping[str, Any]) -> Claim:
    inside = [
        position
        for position, (start, end) in enumerate(folded.origins)
        if start >= entity["start"] and end <= entity["end"]
    ]
    return Claim(inside[0], inside[-1] + 1, str(entity["entity"]).upper())


def _seats(folded: Folded, token: Token) -> Entity | None:
    value = token.quantity.value if token.quantity else None
    if not isinstance(value, int) or is_denied(folded.text, token.start):
        return None
    return Entity("seats", value, *folded.original(token.start, token.end), "add")
