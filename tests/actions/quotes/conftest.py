from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from actions.quotes import embedded
from actions.quotes.client import BillingClient, Refusals
from actions.quotes.exchange import Exchange
from actions.quotes.limits import Limits, Timing
from tests.actions.loopback import Peer, listening

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)


@dataclass
class Clocks:
    """Time passes only while somebody pauses."""

    seconds: float = 0.0
    pauses: list[float] = field(default_factory=list)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds

    @property
    def timing(self) -> Timing:
        return Timing(
            monotonic=lambda: self.seconds,
            now=lambda: NOW + timedelta(seconds=self.seconds),
            pause=self.pause,
            jitter=lambda: 0.5,
        )


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def peer() -> Iterator[Callable[..., Peer]]:
    """`peer(behaviour, …)`: a server that answers so, until the test ends."""
    with ExitStack() as stack:
        yield lambda *behaviours, **options: stack.enter_context(listening(*behaviours, **options))


def client_of(
    url: str,
    timing: Timing | None = None,
    limits: Limits | None = None,
    headers: dict[str, str] | None = None,
    refusals: Refusals = embedded.refusals,
) -> BillingClient:
    named = headers or {"Authorization": "Bearer the-key-of-the-service"}
    return BillingClient("embedded", url, named, refusals, limits, timing)


@pytest.fixture
def exchange_with(clocks: Clocks) -> Callable[..., Exchange]:
    """A question to a URL, under the test's clocks unless told otherwise."""

    def make(url: str, **options: Any) -> Exchange:
        return Exchange(client_of(url, **{"timing": clocks.timing, **options}))

    return make
