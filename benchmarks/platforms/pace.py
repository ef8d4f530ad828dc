"""Without kills: people who write at an even pace, and people who write everything at once."""

from __future__ import annotations

import time

from benchmarks.platforms.crowd import Answers, Crowd, Outcome
from benchmarks.platforms.everywhere import Everywhere


def even(
    everywhere: Everywhere, answers: Answers, messages: int, people: int, a_second: float
) -> Outcome:
    """Whether or not the last is answered."""
    crowd = Crowd(everywhere, "even", people, answers, seed=2)
    begun = time.monotonic()
    for number in range(messages):
        time.sleep(max(0.0, begun + number / a_second - time.monotonic()))
        crowd.people[number % people].say()
    return crowd.outcome()


def at_once(everywhere: Everywhere, answers: Answers, messages: int, people: int) -> Outcome:
    """Each as fast as their platform brings it to us."""
    crowd = Crowd(everywhere, "at-once", people, answers, seed=3)
    for number in range(messages):
        crowd.people[number % people].say()
    return crowd.outcome()
