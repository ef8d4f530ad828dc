"""Whoever is calling is heard, however many answers are being made."""

from __future__ import annotations

import asyncio

# More steps of the event loop than a call takes from its connection to the acknowledgement. A step in
# which there is nothing to do takes microseconds.
_LOOKS = 10


class Pace:
    """Between the beginnings of two answers, the network is looked at often enough to hear whoever is
    calling: many that began together would keep calls waiting until all of them are made. Not for a
    channel whose callers wait for the answer itself: those that come together are understood in one
    run (bot/engine/understanding.py).
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def begin(self) -> None:
        """Returns at once but for that, so that none waits for what another waits for."""
        async with self._turn:
            for _ in range(_LOOKS):
                await asyncio.sleep(0)
