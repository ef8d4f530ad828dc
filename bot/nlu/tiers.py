"""How sure is sure enough: answer at once, offer two or three meanings, or ask to rephrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tier = Literal["answer", "clarify", "rephrase"]

OFFERS_AT_MOST = 3


@dataclass(frozen=True)
class Thresholds:
    """Probabilities: from `answer` up the best intent stands, below `clarify` nothing is offered."""

    answer: float = 0.45
    clarify: float = 0.15
    # An offer that is this much less likely than the best would only be noise.
    worth_offering: float = 0.15


@dataclass(frozen=True)
class Decision:
    tier: Tier
    offered: tuple[str, ...] = ()


def decide(
    ranking: Sequence[tuple[str, float]],
    offerable: frozenset[str],
    thresholds: Thresholds,
) -> Decision:
    """`ranking` is likeliest first; only `offerable` intents can be shown as a button."""
    _, best = ranking[0]
    if best >= thresholds.answer:
        return Decision("answer")
    offers = [
        intent
        for intent, probability in ranking[: OFFERS_AT_MOST + 2]
        if intent in offerable and probability >= thresholds.worth_offering * best
    ][:OFFERS_AT_MOST]
    if best < thresholds.clarify or len(offers) < 2:
        return Decision("rephrase")
    return Decision("clarify", tuple(offers))
