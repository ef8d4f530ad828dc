"""Two numbers side by side, "5 and 10 seats", « 5 pis 10 »: alternatives, as "5 or 10" would be.

Two products have a number each; a number that is smaller than the one before it is no alternative.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.quantities import Quantity, Range
from bot.nlu.entities.tokens import NUMBER, Token

_JOINED = re.compile(r"\b(?:and|then|et|pis|puis|vs|versus)\b|&")
_BETWEEN = frozenset({"JOIN", "PUNCT", "FOR", "SEAT", "POSTE", "FILLER", "LINK", "GLUE"})
# Before "5 and 10 seats", of which the rules take the 10 alone.
_BEFORE = frozenset({"FOR", "FILLER", "GLUE", "PRICE", "HOWMUCH", "ADD", "WANT", "PUNCT", "STOP"})


def either(
    text: str, tokens: Sequence[Token], roles: Mapping[int, str], claims: Sequence[Claim]
) -> Token | None:
    """One number for the two, where `roles`, in their order, has no other number of seats."""
    if set(roles.values()) != {"add"} or _products(claims) > 1:
        return None
    positions = _with_one_before(tokens, roles)
    if len(positions) != 2:
        return None
    low, high = (tokens[at] for at in positions)
    between = {token.kind for token in tokens[positions[0] + 1 : positions[1]]}
    joined = _JOINED.search(text, low.end, high.start) and between <= _BETWEEN
    if not joined or not 0 < _count(low) < _count(high):
        return None
    both = Quantity(low.start, high.end, Range(_count(low), _count(high)))
    return replace(low, end=high.end, quantity=both)


def _with_one_before(tokens: Sequence[Token], roles: Mapping[int, str]) -> list[int]:
    positions = list(roles)
    low = positions[0] - 2
    if len(positions) > 1 or low < 0 or tokens[low].kind != NUMBER:
        return positions
    opens = low == 0 or tokens[low - 1].kind in _BEFORE
    return [low, *positions] if opens and tokens[low + 1].kind == "JOIN" else positions


def _count(token: Token) -> int:
    value = token.quantity.value if token.quantity else None
    return value if isinstance(value, int) else 0


def _products(claims: Sequence[Claim]) -> int:
    return sum(claim.entity == "product" for claim in claims)
