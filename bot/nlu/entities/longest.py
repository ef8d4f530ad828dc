"""Among claims that overlap, the longest stays."""

from __future__ import annotations

from collections.abc import Iterable

from bot.nlu.entities.claim import Claim


def longest(claims: Iterable[Claim]) -> list[Claim]:
    """In text order; of two equally long claims on one stretch, the one given first."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.start - c.end):
        if all(claim.end <= other.start or other.end <= claim.start for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda c: c.start)
