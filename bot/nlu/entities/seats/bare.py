"""A message that is little more than a number: "5", « trois svp », "Revit, 5, March 3"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.entities.tokens import ARTICLE, NUMBER, Token

_AROUND = frozenset(
    {"FILLER", "CORRECTION", "GLUE", "FOR", "OF", "DU", "DES", "A", "TO", "JOIN", "OR", "BOUND"}
    | {"IS", "NOT", "TOTAL", "EACH", "USER", "PUNCT", "STOP", "YEAR"}
    | {"PRODUCT", "DATE", "MONEY", "ID"}
)
# "5 for Revit and 6 for Maya"; a longer row of numbers is not an answer.
_MOST_NUMBERS = 2


def roles(tokens: Sequence[Token]) -> dict[int, str]:
    numbers = [i for i, token in enumerate(tokens) if token.kind in (NUMBER, ARTICLE)]
    others = (token for token in tokens if token.kind not in (NUMBER, ARTICLE))
    if len(numbers) > _MOST_NUMBERS or not all(token.kind in _AROUND for token in others):
        return {}
    return dict.fromkeys(numbers, "add")
