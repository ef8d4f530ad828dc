"""How sure is sure enough: answer at once, offer two or three meanings, or ask to rephrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tier = Literal["answer", "clarify", "rephrase"]

# One meaning is no choice.
OFFERS_AT_LEAST, OFFERS_AT_MOST = 2, 3


@dataclass(frozen=True)
class Thresholds:
    """Probabilities, chosen on the development set and by cross-validation (docs/adr/0002)."""

    # From here up the best intent stands.
    answer: float = 0.8
    # The same where no button could stand for it ("thanks"): asking back would only offer others.
    answer_unoffered: float = 0.5
    # Below this nothing is offered.
    clarify: float = 0.3
    # An offer that is this much less likely than the best would only be noise.
    worth_offering: float = 0.02


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
    intent, best = ranking[0]
    enough = thresholds.answer if intent in offerable else thresholds.answer_unoffered
    if best >= enough:
        return Decision("answer")
    offers = [pair for pair in ranking if pair[0] in offerable]
    if best < thresholds.clarify or len(offers) < OFFERS_AT_LEAST:
        return Decision("rephrase")
    worthy = [pair for pair in offers if pair[1] >= thresholds.worth_offering * best]
    shown = worthy[:OFFERS_AT_MOST] if len(worthy) >= OFFERS_AT_LEAST else offers[:OFFERS_AT_LEAST]
    return Decision("clarify", tuple(intent for intent, _ in shown))
