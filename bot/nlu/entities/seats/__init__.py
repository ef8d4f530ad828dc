"""How many seats, and in what role: new ones, the total wanted, the total there is, a change of those."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.quantities import Range
from bot.nlu.entities.seats import bare, corrections, matching, rules, shares, totals
from bot.nlu.entities.seats.compared import either
from bot.nlu.entities.tokens import Token, tokenize

# "a seat", "another seat": the word itself says one.
_ONE = 1
_SIGNS = {"plus": 1, "minus": -1}


def find(text: str, claims: Sequence[Claim], language: str | None) -> list[Claim]:
    """`text` is folded; `claims` say, in text order, what is a date, a product, a price…

    `language` decides what separators in numbers mean; None where it is not known.
    """
    tokens = corrections.settle(tokenize(text, claims, language))
    tokens, roles = shares.settle(tokens, bare.roles(tokens) | matching.roles(tokens))
    roles = totals.settle(tokens, roles, claims)
    counted = {at: role for at, role in sorted(roles.items()) if role != matching.NOT_SEATS}
    one = either(text, tokens, counted, claims)
    if one is not None:
        return [_claim(one, "add")]
    return [_claim(tokens[at], role) for at, role in counted.items()]


def _claim(token: Token, role: str) -> Claim:
    quantity = token.quantity
    value: object = quantity.value if quantity else _ONE
    if isinstance(value, str):
        role = "invalid"
    elif isinstance(value, Range):
        role, value = "vague", {"min": value.minimum, "max": value.maximum}
    elif token.kind in rules.FACTORS:
        role, value = "change", {"times": rules.FACTORS[token.kind]}
    elif role in _SIGNS:
        role, value = "change", {"plus": _SIGNS[role] * value}  # type: ignore[operator]
    return Claim(token.start, token.end, "SEATS", "seats", value, role)
