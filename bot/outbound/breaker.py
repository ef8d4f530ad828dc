"""A circuit breaker: whoever waits for a far side that takes nothing must not keep it from recovering
(M. Nygard, Release It!, 2018, chapter 5).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

# So many attempts in a row, of whatever conversations, and it is the far side that fails.
_DOWN_AFTER = 5
# Seconds between two attempts at a far side that is down, whoever's turn it is.
_PAUSE = 1.0


class Breaker:
    """At most `at_once` attempts; one at a time, with pauses, while the last few raised `failure`."""

    def __init__(
        self,
        at_once: int,
        failure: type[Exception],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._turn = asyncio.Lock()
        self._failure = failure
        self._sleep = sleep
        self._failures = 0

    async def attempt(self, step: Callable[[], Awaitable[None]]) -> None:
        """Raises what the step raises."""
        while True:
            async with self._free:
                if not self._is_down:
                    return await self._try(step)
            async with self._turn:
                if self._is_down:
                    await self._sleep(_PAUSE)
                    return await self._try(step)

    @property
    def _is_down(self) -> bool:
        return self._failures >= _DOWN_AFTER

    async def _try(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except self._failure:
            self._failures += 1
            raise
        except Exception:
            self._failures = 0  # it has answered, if only to refuse
            raise
        self._failures = 0
