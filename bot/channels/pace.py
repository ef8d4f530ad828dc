"""Whoever is calling is heard, however many answers are being made."""

from __future__ import annotations

import asyncio


class Pace:
    """One answer begins between two looks at the network: many that began together would keep calls
    waiting until all of them are made. Not for a channel whose callers wait for the answer itself:
    those that come together are understood in one run (bot/engine/understanding.py).
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def begin(self) -> None:
        """Returns at once but for that, so that none waits for what another waits for."""
        async with self._turn:
            await asyncio.sleep(0)
