"""The quote provider of this process, called off the event loop: one that hangs delays nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from actions.clock import Clock, clock
from actions.quotes.client import BillingClient
from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.port import QuoteProvider
from actions.settings import Settings

_Value = TypeVar("_Value")

_THREADS = ThreadPoolExecutor(max_workers=8, thread_name_prefix="quotes")


class QuoteDesk:
    """`await desk.ask(lambda provider: provider.products())`; raises what the provider raises."""

    def __init__(self, provider: QuoteProvider, clock: Clock) -> None:
        self._provider, self.clock = provider, clock

    async def ask(self, question: Callable[[QuoteProvider], _Value]) -> _Value:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(_THREADS, question, self._provider)


@cache
def quote_desk() -> QuoteDesk:
    """The one that the environment configures."""
    settings = Settings.from_environment()
    client = BillingClient(settings.billing_url, settings.billing_key)
    return QuoteDesk(EmbeddedProvider(client), clock(settings.now))
