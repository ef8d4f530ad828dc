"""The same as `python -m benchmarks.platforms`, for a few seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.platforms import fuzz, kills
from benchmarks.platforms.crowd import learned
from benchmarks.platforms.everywhere import serving
from benchmarks.platforms.kills import Moments
from benchmarks.platforms.questions import QUESTIONS

# Five a person: one question that is frequent, and four for prices.
_ASKED = QUESTIONS[-6:-1]
_MOMENTS = Moments(at_work=(0.1, 0.8), starting=(0.3, 1.5), every=2)


@pytest.mark.slow
def test_who_writes_while_the_bot_is_killed_is_answered_once_in_order(
    model: Path, tmp_path: Path
) -> None:
    with serving(tmp_path, model) as everywhere:
        answers = learned(everywhere, _ASKED)
        killed = kills.measure(everywhere, answers, 60, people=12, kills=3, moments=_MOMENTS)
        odd = fuzz.measure(everywhere, warm_up=0, calls=30)
    outcome = killed.outcome
    assert (killed.kills, killed.starting, outcome.sent) == (3, 1, 60)
    assert (outcome.unheard, outcome.disordered) == (0, 0)
    assert (outcome.lost, outcome.wrong, killed.unexplained, outcome.broken) == (0, 0, 0, 0)
    assert (odd.failed, odd.tracebacks) == (0, 0)
