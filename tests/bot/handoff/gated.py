"""A bot whose turns end when the test says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import sqlalchemy as sa

from bot.channels.reception import Record
from bot.channels.turn import Turn
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import APOLOGY, TURN

MOST = 1000

Outcome = Literal["answer", "hand over", "two", "fail"]

# What Rasa's events are to a real turn: stored with the answers, or not at all.
events = sa.Table("bot_events", sa.MetaData(), sa.Column("heard", sa.Integer, nullable=False))


@dataclass(eq=False)
class InFlight:
    """A turn that the bot has begun; `after` is the last entry that it can know of."""

    heard: int
    conversation: str
    after: int
    outcome: asyncio.Future[Outcome]


@dataclass
class GatedBot:
    """As bot/engine/processor.py stores a turn; an answer says `to` which message it is one."""

    engine: sa.engine.Engine
    transcript: Transcript
    in_flight: list[InFlight] = field(default_factory=list)
    begun: list[InFlight] = field(default_factory=list)
    free: bool = False
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)

    @asynccontextmanager
    async def lock(self, conversation: str) -> AsyncIterator[None]:
        async with self._locks.setdefault(conversation, asyncio.Lock()):
            yield

    async def converse(self, heard: Entry, record: Record) -> Turn:
        outcome = await self._outcome(heard.conversation, heard.seq)
        if outcome == "fail":
            apology = {"response": "utter_trouble", "text": "sorry", "to": heard.seq}
            return replace(APOLOGY, messages=[apology])
        response = "utter_hand_over_complex" if outcome == "hand over" else "utter_echo"
        said = [{"response": response, "text": "so much", "to": heard.seq}]
        said += [{"response": "utter_more", "text": "and more"}] if outcome == "two" else []
        return self._store(replace(TURN, messages=said), heard.seq, record)

    async def greet(self, conversation: str, told: dict[str, Any], record: Record) -> Turn:
        await self._outcome(conversation, 0)
        said = [{"response": "utter_greet", "text": "hello"}]
        return self._store(replace(TURN, messages=said), 0, record)

    async def trouble(self, conversation: str, told: dict[str, Any]) -> Turn:
        return APOLOGY

    def waiting(self) -> list[InFlight]:
        """The oldest first."""
        return [turn for turn in self.in_flight if not turn.outcome.done()]

    def let_all(self) -> None:
        """From now on it answers at once."""
        self.free = True
        for turn in self.waiting():
            turn.outcome.set_result("answer")

    async def _outcome(self, conversation: str, heard: int) -> Outcome:
        said = self.transcript.since(conversation, 0, MOST)
        gate: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        turn = InFlight(heard, conversation, said[-1].seq if said else 0, gate)
        self.begun.append(turn)
        if self.free:
            return "answer"
        self.in_flight.append(turn)
        try:
            return await gate
        finally:
            self.in_flight.remove(turn)

    def _store(self, turn: Turn, heard: int, record: Record) -> Turn:
        with self.engine.begin() as connection:
            connection.execute(events.insert().values(heard=heard))
            record(connection, turn=turn)
        return turn
