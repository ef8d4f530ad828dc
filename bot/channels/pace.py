"""Whoever is calling is heard, however many answers are being made."""

from __future__ import annotations

import asyncio

# As they are understood in one run, which costs less (bot/engine/understanding.py).
_TOGETHER = 8


class Pace:
    """So many go on between two looks at the network: many that went on together would keep calls
    waiting until all of them are done.
    """

    def __init__(self, at_once: int = _TOGETHER) -> None:
        self._turns = asyncio.Semaphore(at_once)

    async def begin(self) -> None:
        """Returns at once but for that, so that none waits for what another waits for."""
        async with self._turns:
            await asyncio.sleep(0)
