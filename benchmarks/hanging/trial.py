"""The same customers with a billing system that works, with it hanging, and once it works again."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import aiohttp

from benchmarks.hanging.phases import Customers, Phase
from benchmarks.hanging.provider import Provider
from benchmarks.hanging.quotes import NOW, crowd
from bot.model import ready_model
from bot.progress import say
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running

_A_SECOND = 4.0  # other customers
_AFTER = 40  # who ask for a price once there is one again
_BACK_WITHIN = 90.0
_POLL = 1.0


@dataclass(frozen=True)
class Trial:
    """`back` is the seconds from the billing system's recovery to the first price."""

    normal: Phase
    hanging: Phase
    back: float
    after: Phase

    @property
    def ratio(self) -> float:
        return self.hanging.p95 / self.normal.p95


@contextmanager
def serving(state: Path, model: Path | None = None) -> Iterator[tuple[Stack, Provider]]:
    """All of Prorata, its billing system reached through one that can hang."""
    ports = any_ports()
    provider = Provider(ports["billing"])
    ours = stack(ports, state, model or ready_model(say), NOW)
    ours = replace(ours, environment={**ours.environment, "BILLING_URL": provider.url})
    with running(ours, say):
        yield ours, provider


@asynccontextmanager
async def customers(ours: Stack, provider: Provider) -> AsyncIterator[Customers]:
    # A connection each: the bot would close a kept one now and then under a new message.
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    async with provider.serving(), aiohttp.ClientSession(connector=connector) as http:
        yield Customers(ours, http)


def measure(count: int, within: float, seconds: float, rounds: int) -> list[Trial]:
    """Of one stack; `count` ask for a price within so many of the seconds."""

    async def all_rounds(ours: Stack, provider: Provider) -> list[Trial]:
        async with customers(ours, provider) as them:
            await them.phase(crowd(16), _A_SECOND, _A_SECOND, _A_SECOND)  # to warm up
            return [await _trial(them, provider, count, within, seconds) for _ in range(rounds)]

    with (
        tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder,
        serving(Path(folder)) as (ours, provider),
    ):
        return asyncio.run(all_rounds(ours, provider))


async def _trial(
    them: Customers, provider: Provider, count: int, within: float, seconds: float
) -> Trial:
    asked = crowd(count)
    normal = await them.phase(asked, within, seconds, _A_SECOND)
    provider.hangs = True
    hanging = await them.phase(asked, within, seconds, _A_SECOND)
    provider.hangs = False
    back = await _until_back(them)
    return Trial(normal, hanging, back, await them.phase(crowd(_AFTER), seconds / 3, 1, 1))


async def _until_back(them: Customers) -> float:
    """TimeoutError where there is no right price in good time."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < _BACK_WITHIN:
        if (await them.phase(crowd(1), 0, 0, 0)).verdicts["right"]:
            return time.perf_counter() - begun
        await asyncio.sleep(_POLL)
    raise TimeoutError("the billing system works again, and there is no price")
