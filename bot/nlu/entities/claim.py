"""A stretch of folded text that one recogniser has taken, so that no later one reads it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Matches no letter, digit or space: it stands for what is taken.
TAKEN = "\ue000"


@dataclass(frozen=True)
class Claim:
    """`kind` says how the seat rules see the stretch; `entity` is None for what only looks like one.

    Offsets are in the folded text. A `value` of None stands for the words as typed.
    """

    start: int
    end: int
    kind: str
    entity: str | None = None
    value: object = None
    role: str | None = None


def without(text: str, claims: Iterable[Claim]) -> str:
    """`text` at the same length, with what is claimed replaced by a character that matches nothing."""
    characters = list(text)
    for claim in claims:
        characters[claim.start : claim.end] = TAKEN * (claim.end - claim.start)
    return "".join(characters)
