"""Whether somebody saw what they should have: each answer once, in the order of their questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fakes.platform import Said

# A message that is shown twice was under way when the bot was killed: so long before that at most.
LAST_MOMENTS = 1.0
# What the bot had sent, and the platform had not read yet.
_ON_ITS_WAY = 0.2


@dataclass(frozen=True)
class Verdict:
    """`lost` were expected and never came, `wrong` came and were not expected there; `doubled` is
    when the first of two copies came.
    """

    lost: int = 0
    wrong: int = 0
    doubled: tuple[float, ...] = ()


def shown(said: Said) -> str:
    """What a person can tell two messages apart by; references differ with the conversation."""
    return "\n".join((said.text, *(title for title, _ in said.choices)))


def judged(expected: Sequence[str], seen: Sequence[str], at: Sequence[float]) -> Verdict:
    place, wrong, doubled = 0, 0, []
    for number, text in enumerate(seen):
        if place < len(expected) and text == expected[place]:
            place += 1
        elif number and text == seen[number - 1]:
            doubled.append(at[number - 1])
        else:
            wrong += 1
    return Verdict(len(expected) - place, wrong, tuple(doubled))


def before_a_kill(first: float, kills: Sequence[float]) -> float | None:
    """Seconds from a first copy to the kill at that moment; None where there was none."""
    gaps = [kill - first for kill in kills if -_ON_ITS_WAY <= kill - first <= LAST_MOMENTS]
    return min(gaps, default=None, key=abs)
