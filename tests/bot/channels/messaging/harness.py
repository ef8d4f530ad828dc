"""The public server with its messaging channels, fake platforms beside it, and a bot that only
repeats. As bot/site/assembly.py puts it together, but for Rasa, the clock and the waits.

    with serving(loop, FakeSlack()) as chat:
        chat.fakes["slack"].write("Anna", "hello")
        chat.until(lambda: len(chat.fakes["slack"].seen_by("Anna")) == 1)
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import socketio
import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from bot.channels.delivery import Delivery
from bot.channels.messaging.addresses import address
from bot.channels.messaging.assembly import Messaging
from bot.channels.messaging.registry import configured
from bot.channels.reception import Reception
from bot.channels.web.identity import Verifier
from bot.handoff.agents import AgentSide
from bot.handoff.switchboard import Switchboard
from bot.run.ports import free_ports
from bot.settings import MessagingSettings
from bot.site.server import Site, application, socket_server
from bot.store.outbox import Cursors
from bot.store.peers import Peers
from bot.store.schema import upgrade
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import desk_of, new_engine
from tests.bot.channels.web.harness import IDENTITY, SECRET, SETTINGS, EchoBot, Time
from tests.bot.loop import Loop
from tests.fakes.platform import FakePlatform


@dataclass
class Chat:
    """`waits` are the seconds that the outboxes wanted to wait: they pass at once, on `time`."""

    loop: Loop
    time: Time
    engine: sa.engine.Engine
    bot: EchoBot
    fakes: dict[str, FakePlatform]
    settings: MessagingSettings
    port: int
    waits: list[float] = field(default_factory=list)

    def start(self) -> None:
        """As bot/site/assembly.py does it."""
        self.transcript = Transcript(self.engine, self.time)
        self.peers = Peers(self.engine, self.time)
        self.cursors = Cursors(self.engine)
        self.loop.run(self._start())

    async def _start(self) -> None:
        verifier = Verifier(IDENTITY.key, IDENTITY.issuer, IDENTITY.audience, self.time)
        self.messaging = Messaging(
            self.settings,
            SECRET,
            self.engine,
            self.transcript,
            verifier,
            self.time,
            seconds=lambda: self.time.seconds,
            sleep=self._sleep,
        )
        self.delivery = Delivery(self.messaging.senders)
        self.switchboard: Switchboard
        self.agents: AgentSide
        self.switchboard, people, self.agents = desk_of(self.engine, self.transcript, self.delivery)
        self.reception = Reception(self.bot, self.transcript, self.delivery, people)
        self.sio: socketio.AsyncServer = socket_server(SETTINGS)
        routes = self.messaging.routes(self.reception)
        app = application(replace(SETTINGS, port=self.port), self.sio, routes)
        self.site = Site(app, "127.0.0.1", self.port)
        self._tasks = [asyncio.create_task(answering) for answering in self.reception.resume()]
        self.messaging.resume()
        await self.site.start()

    def stop(self) -> None:
        """As if the process had been killed: what is under way ends where it is."""
        self.loop.run(self._stop())

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await self.sio.shutdown()
        await self.site.stop()
        await self.messaging.stop()
        self.bot.locks.clear()

    def restart(self) -> None:
        """Another process with the same database."""
        self.stop()
        self.start()

    def sweep(self) -> None:
        """What the server does every half a minute."""

        async def resume() -> None:
            self._tasks += [asyncio.create_task(one) for one in self.reception.resume()]
            self.messaging.resume()

        self.loop.run(resume())

    def until(self, condition: Callable[[], bool]) -> None:
        """Asked where the server runs: nothing else uses its store in the meantime."""

        async def wait() -> None:
            while not condition():
                await asyncio.sleep(0.001)

        self.loop.run(asyncio.wait_for(wait(), 10))

    def quiet(self) -> None:
        """Everything that was heard is answered, and everything that was said is carried."""
        self.until(
            lambda: (
                not self.transcript.unanswered()
                and not any(self.cursors.behind(name) for name in self.fakes)
            )
        )

    def ask(self, question: Callable[[], Any]) -> Any:
        """Of the store, where the server runs."""

        async def answer() -> Any:
            return question()

        return self.loop.run(answer())

    def said(self) -> list[Entry]:
        """Every entry of every conversation, in order."""
        query = "SELECT DISTINCT conversation FROM transcript"

        def entries() -> list[Entry]:
            with self.engine.connect() as connection:
                ids = list(connection.exec_driver_sql(query).scalars())
            found = [entry for one in ids for entry in self.transcript.after(one, 0, 10_000)]
            return sorted(found, key=lambda entry: entry.seq)

        return list(self.ask(entries))

    @contextmanager
    def broken_store(self) -> Iterator[None]:
        def fail(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("disk full"))

        sa.event.listen(self.engine, "before_cursor_execute", fail)
        try:
            yield
        finally:
            sa.event.remove(self.engine, "before_cursor_execute", fail)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time.pass_by(seconds)
        await asyncio.sleep(0)


@contextmanager
def serving(
    loop: Loop, *fakes: FakePlatform, path: Path | None = None, sign_in_url: str | None = None
) -> Iterator[Chat]:
    """The fakes serve, and call this server; `path` is the database's file, else it is in memory."""
    with ExitStack() as stack:
        env: dict[str, str] = {}
        time, port = Time(), free_ports(1)[0]
        public_url = f"http://127.0.0.1:{port}"
        for fake in fakes:
            fake.clock = time
            stack.enter_context(fake.serving(loop))
            fake.webhook = address(public_url, fake.name)
            env |= fake.settings()
        settings = MessagingSettings(public_url, sign_in_url, configured(env))
        engine = _engine(path)
        chat = Chat(loop, time, engine, EchoBot(engine), {f.name: f for f in fakes}, settings, port)
        chat.start()
        try:
            yield chat
        finally:
            chat.stop()
            engine.dispose()


def _engine(path: Path | None) -> sa.engine.Engine:
    if path is None:
        return new_engine()
    engine = sa.create_engine(
        sa.engine.URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        pool_reset_on_return=None,
        connect_args={"check_same_thread": False},
    )
    upgrade(engine)
    return engine
