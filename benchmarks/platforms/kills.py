"""The bot is killed at random moments and started again at once, while people write in rows."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.platforms.crowd import Answers, Crowd, Outcome
from benchmarks.platforms.everywhere import Everywhere
from benchmarks.platforms.people import Person
from benchmarks.platforms.verdict import before_a_kill

_ROW = (1, 5)
# Seconds that the platforms' APIs take to say that they took a message.
_API_TAKES = 0.05


@dataclass(frozen=True)
class Moments:
    """From so many seconds to so many: after the bot was ready, and after it was started. After so
    many kills comes one of the second kind.
    """

    at_work: tuple[float, float] = (0.1, 2.5)
    starting: tuple[float, float] = (0.5, 6.0)
    every: int = 5


_MOMENTS = Moments()


@dataclass(frozen=True)
class Kills:
    """`before` are the seconds between a message that came twice and the kill that explains it."""

    kills: int
    starting: int
    outcome: Outcome
    before: Sequence[float]

    @property
    def unexplained(self) -> int:
        return len(self.outcome.doubled) - len(self.before)


def measure(
    everywhere: Everywhere,
    answers: Answers,
    messages: int,
    people: int,
    kills: int,
    seed: int = 1,
    moments: Moments = _MOMENTS,
) -> Kills:
    chance, bot = random.Random(seed), everywhere.bot
    crowd = Crowd(everywhere, "killed", people, answers, seed)
    for fake in everywhere.fakes.values():
        fake.takes = _API_TAKES
    at: list[float] = []
    starting = 0
    for portion in _portions(_rows(crowd.people, messages, chance), kills + 1):
        half = len(portion) // 2
        for person in portion[:half]:  # while the bot starts
            person.say()
        if at and len(at) % moments.every == 0 and len(at) < kills:
            time.sleep(chance.uniform(*moments.starting))
            at.append(_killed(everywhere))
            starting += 1
        bot.await_ready()
        _spread(portion[half:], chance.uniform(*moments.at_work), chance)
        if len(at) < kills:
            at.append(_killed(everywhere))
    outcome = crowd.outcome()
    for fake in everywhere.fakes.values():
        fake.takes = 0.0
    gaps = [before_a_kill(first, at) for first in outcome.doubled]
    return Kills(len(at), starting, outcome, [gap for gap in gaps if gap is not None])


def _killed(everywhere: Everywhere) -> float:
    everywhere.bot.kill()
    at = time.monotonic()
    everywhere.bot.launch()
    return at


def _rows(people: Sequence[Person], messages: int, chance: random.Random) -> list[Person]:
    """Who writes next: several times in a row, and everyone as often as the others."""
    rows: list[list[Person]] = []
    for number, person in enumerate(people):
        left = messages // len(people) + (number < messages % len(people))
        while left:
            length = min(left, chance.randint(*_ROW))
            rows.append([person] * length)
            left -= length
    chance.shuffle(rows)
    return [person for row in rows for person in row]


def _portions(written: Sequence[Person], count: int) -> list[Sequence[Person]]:
    ends = [len(written) * number // count for number in range(count + 1)]
    return [written[begin:end] for begin, end in pairwise(ends)]


def _spread(portion: Sequence[Person], seconds: float, chance: random.Random) -> None:
    begun = time.monotonic()
    for person, moment in zip(
        portion, sorted(chance.uniform(0, seconds) for _ in portion), strict=True
    ):
        time.sleep(max(0.0, begun + moment - time.monotonic()))
        person.say()
    time.sleep(max(0.0, begun + seconds - time.monotonic()))
