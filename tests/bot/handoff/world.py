"""The handoff with all its real parts over a database file, in an event loop that a test moves on.

Beside them: a bot whose turns end when the test says so, widgets that keep what they were sent, and
processes that can be killed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.channels.delivery import Delivery
from bot.channels.reception import Incoming, Reception
from bot.handoff.agents import AgentSide
from bot.handoff.customers import CustomerSide
from bot.handoff.form.taking import Taking
from bot.handoff.hold import NotPossible
from bot.handoff.hours import Hours
from bot.handoff.notices import Notices
from bot.handoff.offers import Offers
from bot.handoff.patience import Limits, Patience
from bot.handoff.presence import Presence
from bot.handoff.switchboard import Switchboard
from bot.store.desk import DeskStore
from bot.store.drafts import Drafts
from bot.store.feedback import Feedback
from bot.store.holds import Holds
from bot.store.tables import metadata
from bot.store.trackers import _kept_open
from bot.store.transcript import Entry, Transcript
from bot.store.waits import Waits
from tests.bot.channels.conftest import Names
from tests.bot.desk.conftest import Time
from tests.bot.handoff.gated import MOST, GatedBot, InFlight, events

AGENTS = (1, 2, 3)
LANGUAGES = ("en", "fr")
LIMITS = Limits(waiting=300.0, absence=60.0)
# More rounds of the loop than anything takes that does not wait for the test.
_IDLE = 60


def sentence(response: str, locale: str | None, values: Any = None) -> str:
    return response


@dataclass
class Widgets:
    """Customers' screens (a Sender): as with sockets, sending lets others have their turn."""

    shown: dict[str, list[Entry]] = field(default_factory=dict)

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        for entry in entries:
            self.show(entry)
            await asyncio.sleep(0)

    def show(self, entry: Entry) -> None:
        """What customers say is on their own screens already."""
        if entry.author != "customer":
            self.shown.setdefault(entry.conversation, []).append(entry)

    async def typing(self, conversation: str, *, on: bool) -> None:
        await asyncio.sleep(0)

    async def apologise(self, conversation: str, text: str) -> None:
        """Where the store is out of reach."""


class World:
    """`failures` are what went wrong beside NotPossible, which is an answer like another."""

    def __init__(self, file: Path) -> None:
        # asyncio's own, whatever is the default by now: it can be asked whether anything is left.
        self.loop: asyncio.AbstractEventLoop = asyncio.SelectorEventLoop()
        self.time = Time()
        self.widgets = Widgets()
        self.failures: list[BaseException] = []
        self.begun: list[InFlight] = []
        self._file = file
        self.start()

    def start(self) -> None:
        self.engine = _kept_open(sa.create_engine(f"sqlite:///{self._file}"))
        for tables in (metadata, events.metadata):
            tables.create_all(self.engine)
        self.transcript = Transcript(self.engine, self.time)
        self.bot = GatedBot(self.engine, self.transcript, begun=self.begun)
        self.presence = Presence(self.time.seconds)
        for agent in AGENTS:
            self.presence.came(agent, LANGUAGES)
        delivery = Delivery({"web": self.widgets})
        hours = Hours.load("regions: {}")
        offers = Offers(sentence, self.presence.languages, hours, self.time)
        notices = Notices(sentence, offers.open_to)
        self.switchboard = Switchboard(
            self.engine,
            Holds(self.engine),
            self.transcript,
            delivery,
            notices,
            Drafts(self.engine),
            DeskStore(self.engine, self.time),
            self.time,
        )
        self.agents = AgentSide(self.switchboard, notices, Names())
        self.patience = Patience(self.switchboard, self.agents, notices, self.presence, LIMITS)
        taking = Taking(sentence, hours, self.time, self.switchboard.take, offers.open_to)
        kept = Waits(self.engine, self.time), Feedback(self.engine, self.time)
        customers = CustomerSide(self.switchboard, notices, offers, taking, *kept)
        self.reception = Reception(self.bot, self.transcript, delivery, customers)
        self.tasks: set[asyncio.Task[Any]] = set()
        # The widgets come back, and ask for what they have not seen.
        for conversation, shown in self.widgets.shown.items():
            seen = shown[-1].seq if shown else 0
            for entry in self.transcript.since(conversation, seen, MOST):
                self.widgets.show(entry)

    def kill(self) -> None:
        """Whatever was going on is not; what had been stored is, and nothing else."""
        before = self.stored()
        for task in self.tasks:
            task.cancel()
        self.idle()
        assert self.stored() == before
        self.engine.dispose()

    def resume(self) -> None:
        for answering in self.reception.resume():
            self.run(answering)

    def hear(self, conversation: str, text: str, message_id: str, **more: Any) -> Entry:
        """As bot/channels/web/speech.py: stored at once, answered in its turn."""
        self.widgets.shown.setdefault(conversation, [])
        incoming = Incoming(conversation, "web", text, message_id=message_id, **more)

        async def stored() -> tuple[Entry, bool]:
            return self.reception.hear(incoming)

        heard, is_new = self.loop.run_until_complete(stored())
        if is_new:
            self.run(self.reception.answer(heard))
        return heard

    def greet(self, conversation: str) -> None:
        self.widgets.shown.setdefault(conversation, [])
        self.run(self.reception.greet(Incoming(conversation, "web", "")))

    def run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Begun; it goes on when the loop does."""
        task = self.loop.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def go_on(self, rounds: int) -> None:
        async def rounds_of_the_loop() -> None:
            for _ in range(rounds):
                await asyncio.sleep(0)

        if rounds:
            self.loop.run_until_complete(rounds_of_the_loop())

    def idle(self) -> None:
        """Until all that is left waits for the bot."""
        self.go_on(_IDLE)

    def stored(self) -> list[tuple[Any, ...]]:
        """Everything, unsettled messages as such."""
        with self.engine.connect() as connection:
            tables = (*metadata.sorted_tables, events)
            return [
                (table.name, *row)
                for table in tables
                for row in connection.execute(sa.select(table)).all()
            ]

    def close(self) -> None:
        self.kill()
        self.loop.close()

    def _done(self, task: asyncio.Task[Any]) -> None:
        self.tasks.discard(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None and not isinstance(failure, NotPossible):
            self.failures.append(failure)
