"""The quote provider of this process, called off the event loop: one that hangs delays nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import BoundedSemaphore
from typing import TypeVar

from actions.clock import Clock, clock
from actions.quotes.client import BillingClient
from actions.quotes.connection import POOL_SIZE
from actions.quotes.exchange import Exchange
from actions.quotes.port import RATE_LIMITED, UNAVAILABLE, QuoteError, QuoteProvider
from actions.quotes.providers import configured
from actions.settings import Settings

_Value = TypeVar("_Value")

# Questions that may wait for a thread: about as many as are answered in time at 200 ms each.
_WAITING = 248

# For the answer to come back from its thread.
_GRACE = 0.25


class QuoteDesk:
    """`await desk.ask(lambda provider: provider.products())`; raises what the provider raises.

    The answer comes within the client's budget: QuoteError `upstream-unavailable` when it is
    spent, `rate-limited` at once when too many are asking.
    """

    def __init__(
        self,
        client: BillingClient,
        provider: Callable[[Exchange], QuoteProvider],
        clock: Clock,
        threads: int = POOL_SIZE,
        waiting: int = _WAITING,
    ) -> None:
        self._client, self._provider, self.clock = client, provider, clock
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="quotes")
        self._places = BoundedSemaphore(threads + waiting)

    async def ask(self, question: Callable[[QuoteProvider], _Value]) -> _Value:
        if not self._places.acquire(blocking=False):
            raise QuoteError(RATE_LIMITED)
        exchange = Exchange(self._client)  # its budget includes the wait for a thread
        asked = self._threads.submit(question, self._provider(exchange))
        asked.add_done_callback(lambda _: self._places.release())
        try:
            # What no socket timeout bounds, such as a name server, ends here for the customer.
            return await asyncio.wait_for(asyncio.wrap_future(asked), exchange.left() + _GRACE)
        except asyncio.TimeoutError:
            raise QuoteError(UNAVAILABLE) from None


@cache
def quote_desk() -> QuoteDesk:
    """The one that the environment configures."""
    settings = Settings.from_environment()
    now = clock(settings.now)
    client, provider = configured(settings, now)
    return QuoteDesk(client, provider, now)
