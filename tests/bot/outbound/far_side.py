"""A far side whose every attempt is scripted, and an outbox that carries to it."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from bot.outbound.outbox import Outbox, Step
from bot.store.outbox import Cursors
from bot.store.tables import carried, metadata, transcript, undelivered
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.web.harness import Time

SIDE = "far"
HANG, HANG_AFTER = "hangs", "hangs after it was taken"


@dataclass
class FarSide:
    """`outcomes` are those of the next attempts: an exception is raised, None and all that follow
    are taken. `taken` are texts and the number of their step, by conversation.
    """

    outcomes: deque[Any] = field(default_factory=deque)
    taken: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    doubled: set[tuple[str, int]] = field(default_factory=set)
    attempts: int = 0
    told_late: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    hanging: asyncio.Event = field(default_factory=asyncio.Event)

    def steps(self, entry: Entry) -> Sequence[Step]:
        count = entry.body.get("steps", 0 if entry.author == "customer" else 1)
        return [partial(self._take, entry, number) for number in range(count)]

    async def late(self, entry: Entry) -> None:
        self.told_late.append(entry.body["text"])

    async def gone(self, conversation: str) -> None:
        self.lost.append(conversation)

    async def _take(self, entry: Entry, number: int) -> None:
        self.attempts += 1
        outcome = self.outcomes.popleft() if self.outcomes else None
        await asyncio.sleep(0)
        if outcome == HANG:
            await self._hang()
        if isinstance(outcome, Exception):
            raise outcome
        self.taken[entry.conversation].append((entry.body["text"], number))
        if outcome == HANG_AFTER:
            self.doubled.add((entry.body["text"], number))
            await self._hang()

    async def _hang(self) -> None:
        self.hanging.set()
        await asyncio.Event().wait()


def _engine() -> sa.engine.Engine:
    engine = sa.create_engine("sqlite://", poolclass=StaticPool, pool_reset_on_return=None)
    metadata.create_all(engine, tables=[transcript, carried, undelivered])
    return engine


@dataclass
class World:
    """`waits` are the seconds that the outbox wanted to wait: they pass at once."""

    side: FarSide = field(default_factory=FarSide)
    time: Time = field(default_factory=Time)
    engine: sa.engine.Engine = field(default_factory=_engine)
    waits: list[float] = field(default_factory=list)
    waiting: bool = False

    def __post_init__(self) -> None:
        self.transcript = Transcript(self.engine, self.time)
        self.cursors = Cursors(self.engine)
        self.begin()

    def begin(self) -> None:
        """A new process."""
        self.outbox = Outbox(SIDE, self.side, self.cursors, self.transcript, self.time, self._sleep)

    async def restart(self) -> None:
        await self.outbox.stop()
        self.side.hanging.clear()
        self.begin()
        self.outbox.resume()

    def say(self, conversation: str, *texts: str, **more: Any) -> list[Entry]:
        self.cursors.begin(SIDE, conversation)
        bodies = [{"text": text, **more} for text in texts]
        with self.engine.begin() as connection:
            return self.transcript.say(connection, bodies, "en", conversation=conversation)

    def hear(self, conversation: str, text: str) -> None:
        self.cursors.begin(SIDE, conversation)
        self.transcript.hear(conversation, {"text": text}, {})

    async def send(self, conversation: str, *texts: str, **more: Any) -> list[Entry]:
        said = self.say(conversation, *texts, **more)
        self.outbox.wake(conversation)
        return said

    async def settled(self) -> None:
        """Nothing is being carried any more, or a step hangs."""
        while self.outbox._carrying and not self.side.hanging.is_set():
            await asyncio.sleep(0)

    def texts(self, conversation: str = "c-1") -> list[str]:
        return [text for text, _ in self.side.taken[conversation]]

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time.pass_by(seconds)
        await asyncio.sleep(0)
        while self.waiting:
            await asyncio.sleep(0)


def play(test: Callable[[World], Coroutine[Any, Any, None]], outcomes: Iterable[Any] = ()) -> None:
    async def main() -> None:
        world = World()
        world.side.outcomes.extend(outcomes)
        try:
            await test(world)
        finally:
            await world.outbox.stop()

    asyncio.run(asyncio.wait_for(main(), 20))


async def turns(count: int = 20) -> None:
    """Of the event loop."""
    for _ in range(count):
        await asyncio.sleep(0)
