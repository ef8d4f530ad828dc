"""Signed calls that make little sense, against the running server: what it answers, logs, and keeps."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import requests

from benchmarks.platforms.everywhere import Everywhere
from benchmarks.platforms.mutations import documented
from benchmarks.platforms.signatures import odd_call
from benchmarks.process import resident_megabytes
from tests.fakes.platform import FakePlatform

# After so many each platform waits for the bot to be done, as at no time thousands are behind.
_PORTION = 250
_QUIET_WITHIN = 120.0


@dataclass(frozen=True)
class Fuzz:
    """`calls` to each platform, after the `warmed` ones; megabytes resident before and after."""

    warmed: int
    calls: int
    statuses: Mapping[int | None, int]
    stored: int
    tracebacks: int
    before: float
    after: float
    is_quiet: bool

    @property
    def failed(self) -> int:
        """Calls without an answer, or with one that says that we are at fault."""
        return sum(n for status, n in self.statuses.items() if status is None or status >= 500)

    @property
    def growth(self) -> float:
        return self.after / self.before - 1


def measure(everywhere: Everywhere, warm_up: int, calls: int, seed: int = 4) -> Fuzz:
    chance = random.Random(seed)
    _, warm = _sent(everywhere, warm_up, chance)
    before, stored = resident_megabytes(everywhere.bot.pid), everywhere.book.count()
    statuses, is_quiet = _sent(everywhere, calls, chance)
    return Fuzz(
        warmed=warm_up,
        calls=calls,
        statuses=statuses,
        stored=everywhere.book.count() - stored,
        tracebacks=everywhere.logs.count("Traceback"),
        before=before,
        after=resident_megabytes(everywhere.bot.pid),
        is_quiet=warm and is_quiet,
    )


def _sent(
    everywhere: Everywhere, calls: int, chance: random.Random
) -> tuple[Counter[int | None], bool]:
    statuses, is_quiet = Counter[int | None](), True
    fakes = list(everywhere.fakes.values())
    with ThreadPoolExecutor(len(fakes)) as threads:
        for begun in range(0, calls, _PORTION):
            portion = min(_PORTION, calls - begun)
            seeds = [chance.randrange(2**32) for _ in fakes]
            for found in threads.map(_portion, fakes, [portion] * len(fakes), seeds):
                statuses += found
            is_quiet = everywhere.book.await_quiet(_QUIET_WITHIN) and is_quiet
    return statuses, is_quiet


def _portion(fake: FakePlatform, calls: int, seed: int) -> Counter[int | None]:
    chance, known = random.Random(seed), documented(fake.name)
    statuses = Counter[int | None]()
    for _ in range(calls):
        hook = odd_call(fake, chance.choice(known), chance)
        try:
            statuses[fake.call(hook).status_code] += 1
        except requests.RequestException:
            statuses[None] += 1
    return statuses
