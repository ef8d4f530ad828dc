"""What is stored reaches its far side: in order, once, however long that takes.

The transcript is the outbox: a cursor says how far a conversation has been carried, so what is
stored will be carried, also after the process has ended in between. The cursor moves after each
step: only the step that was under way at that moment can be repeated.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.channels.failures import described
from bot.clock import Clock
from bot.outbound.breaker import Breaker
from bot.store.outbox import Cursors
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)

# Seconds until it is tried again: twice as long each time, at most a minute.
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 60.0
# Seconds: by then whoever waits should know; and what has failed for so long is given up.
_LATE_AFTER = 60.0
GIVEN_UP_AFTER = 24 * 3600.0
_AT_ONCE = 32
# What an earlier process has left is taken up in portions of so many conversations.
_RESUMED_AT_ONCE = 1_000


class TryAgain(Exception):
    """Not now; `after` seconds where the far side has said so. The reason is for the log."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Undeliverable(Exception):
    """This will never be taken; what comes after it may. The reason is stored, for the desk."""


class Gone(Exception):
    """Nothing can be carried there any more: they have blocked us, or left."""


Sleep = Callable[[float], Awaitable[None]]

Step = Callable[[], Awaitable[None]]
"""Raises TryAgain, Undeliverable or Gone. Anything else that it raises gives the entry up, as it may
have been taken; but for SQLAlchemyError: then it is tried again when the store may be back.
"""


class Carrier(Protocol):
    def steps(self, entry: Entry) -> Sequence[Step]:
        """What it takes to carry an entry, as many each time; none for what the far side is not to
        see. Asked again before each attempt. Raises Undeliverable for what cannot be carried.
        """

    async def late(self, entry: Entry) -> None:
        """It takes long; said once for each entry, and once again by another process."""

    async def gone(self, conversation: str) -> None:
        """Nothing more can be carried there."""


class Outbox:
    """`side` names the far side; `sleep` waits that many seconds."""

    def __init__(
        self,
        side: str,
        carrier: Carrier,
        cursors: Cursors,
        transcript: Transcript,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._side = side
        self._carrier = carrier
        self._cursors = cursors
        self._transcript = transcript
        self._clock = clock
        self._sleep = sleep
        self._breaker = Breaker(_AT_ONCE, TryAgain, sleep)
        self._carrying: dict[str, asyncio.Task[None]] = {}
        self._left: set[str] = set()  # behind, and nobody carries
        self._looked_through: int | None = None

    def wake(self, conversation: str) -> None:
        """Something was stored."""
        if conversation not in self._carrying:
            self._carrying[conversation] = asyncio.create_task(self._carry(conversation))

    def resume(self) -> None:
        """What an earlier process has left, or the store has interrupted."""
        latest = self._cursors.latest()
        self._left.update(self._behind())
        self._looked_through = latest
        while self._left and len(self._carrying) < _RESUMED_AT_ONCE:
            self.wake(self._left.pop())

    def _behind(self) -> Iterable[str]:
        """All of them the first time; after that, those with something that was not there before."""
        if self._looked_through is None:
            return self._cursors.behind(self._side)
        return self._cursors.behind_since(self._side, self._looked_through)

    async def stop(self) -> None:
        carrying = list(self._carrying.values())
        for task in carrying:
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)

    async def _carry(self, conversation: str) -> None:
        try:
            seq = self._cursors.of(self._side, conversation).seq
            while left := self._transcript.after(conversation, seq, at_most=1):
                await self._insist(left[0])
                seq = left[0].seq
        except Exception as failure:
            self._left.add(conversation)
            logger.error("The outbox of %s was interrupted: %s", self._side, described(failure))
        finally:
            # In the same breath as the last look, so that nothing is stored unseen in between.
            del self._carrying[conversation]

    async def _insist(self, entry: Entry) -> None:
        """Until it is carried, or given up."""
        is_told = False
        for wait in _waits():
            try:
                return await self._carry_entry(entry)
            except TryAgain as failure:
                logger.warning("%s did not take a message: %s", self._side, failure)
                metrics.RETRIED.labels(self._side).inc()
                after = failure.after or 0.0
            if self._age(entry) > GIVEN_UP_AFTER:
                return self._give_up(entry, "refused", "too late")
            if self._age(entry) > _LATE_AFTER and not is_told:
                is_told = True
                await self._carrier.late(entry)
            await self._sleep(max(after, wait))

    async def _carry_entry(self, entry: Entry) -> None:
        """Raises TryAgain; what is done by then stays done."""
        side, conversation = self._side, entry.conversation
        try:
            steps = self._carrier.steps(entry)
            done = self._cursors.of(side, conversation).steps if steps else 0
            for number, step in enumerate(steps[done:], start=done + 1):
                await self._breaker.attempt(step)
                if number < len(steps):
                    self._cursors.step(side, conversation, number)
        except (TryAgain, SQLAlchemyError):
            raise
        except Gone as gone:
            await self._carrier.gone(conversation)
            return self._give_up(entry, "gone", str(gone))
        except Undeliverable as refused:
            return self._give_up(entry, "refused", str(refused))
        except Exception as failure:
            return self._give_up(entry, "failed", described(failure))
        self._cursors.move(side, conversation, entry.seq)

    def _give_up(self, entry: Entry, how: str, reason: str) -> None:
        logger.warning("%s will never take a message: %s", self._side, reason)
        metrics.UNDELIVERED.labels(self._side, how).inc()
        self._cursors.refuse(self._side, entry, reason)

    def _age(self, entry: Entry) -> float:
        return (self._clock() - entry.at).total_seconds()


def _waits() -> Iterator[float]:
    wait = _FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, _LONGEST_WAIT)
