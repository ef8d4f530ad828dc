"""How many seats, and in what role: new ones, the total wanted, the total there is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.quantities import Range
from bot.nlu.entities.seats import bare, matching
from bot.nlu.entities.tokens import Token, tokenize

# "a seat", "another seat": the word itself says one.
_ONE = 1


def find(text: str, claims: Sequence[Claim], language: str) -> list[Claim]:
    """`text` is folded; `claims` say, in text order, what is a date, a product, a price…"""
    tokens = tokenize(text, claims, language)
    roles = bare.roles(tokens) | matching.roles(tokens)
    return [
        _claim(tokens[position], role)
        for position, role in sorted(roles.items())
        if role != matching.NOT_SEATS
    ]


def _claim(token: Token, role: str) -> Claim:
    quantity = token.quantity
    value: object = quantity.value if quantity else _ONE
    if isinstance(value, str):
        role = "invalid"
    elif isinstance(value, Range):
        role, value = "vague", {"min": value.minimum, "max": value.maximum}
    return Claim(token.start, token.end, "SEATS", "seats", value, role)
