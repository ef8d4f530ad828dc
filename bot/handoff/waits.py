"""How long people wait for an agent: told only where it is known from those who have waited lately."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

# Seconds: what was so this morning says nothing of now.
LATELY = 7200.0
AT_MOST = 20
# Fewer could be anything.
_ENOUGH = 3


def usual_minutes(waits: Sequence[float]) -> int | None:
    """Half of those who waited so many seconds were answered within it; None where they are too few.
    Rounded up: "about a minute" is nobody's ten.
    """
    if len(waits) < _ENOUGH:
        return None
    return max(1, -int(-median(waits) // 60))
