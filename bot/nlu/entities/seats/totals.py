"""Whoever says how many seats there are and how many are needed names a total: "we have 10, need 15"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.nlu.entities.claim import Claim
from bot.nlu.entities.tokens import Token, count_of

_NEED = "need"


def settle(
    tokens: Sequence[Token], roles: Mapping[int, str], claims: Sequence[Claim]
) -> dict[int, str]:
    """`roles` with every `need` made `target` or `add`.

    Nobody goes down by buying: "we have 10 and need 5" adds. Of two products, the one that there is
    says nothing about the one that is needed.
    """
    products = {claim.value for claim in claims if claim.kind == "PRODUCT"}
    there_are = [count_of(tokens[i]) for i, role in roles.items() if role == "current"]
    known = there_are[0] if len(there_are) == 1 and len(products) < 2 else 0
    return {
        position: _settled(role, count_of(tokens[position]), known)
        for position, role in roles.items()
    }


def _settled(role: str, wanted: int, known: int) -> str:
    if role != _NEED:
        return role
    return "target" if 0 < known < wanted else "add"
