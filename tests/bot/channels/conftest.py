"""Channels and the reception with a real store, and a bot that only takes notes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from threading import Thread
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from sanic import Sanic
from sqlalchemy.pool import StaticPool

from bot.channels.delivery import Delivery
from bot.channels.reception import Reception, Record
from bot.channels.terminal import TerminalChannel
from bot.channels.turn import Turn
from bot.handoff.agents import AgentSide
from bot.handoff.customers import CustomerSide
from bot.handoff.form.taking import Taking
from bot.handoff.hours import Hours
from bot.handoff.notices import Notices
from bot.handoff.offers import Offers
from bot.handoff.switchboard import Switchboard
from bot.store.desk import DeskStore
from bot.store.drafts import Drafts
from bot.store.feedback import Feedback
from bot.store.holds import Holds
from bot.store.tables import metadata
from bot.store.transcript import Entry, Transcript
from bot.store.waits import Waits

TOKEN = "a-token-of-sixteen-characters"
NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
ANSWER = {"response": "utter_greet", "text": "Bonjour !"}
TURN = Turn({"name": "greet", "confidence": 0.9}, "fr", "fr_CA", [], None, [ANSWER])
APOLOGY = Turn(
    None, "fr", "fr_CA", [], None, [{"response": "utter_trouble", "text": "Désolé."}], stored=False
)


def new_engine() -> sa.engine.Engine:
    engine = sa.create_engine(
        "sqlite://",
        poolclass=StaticPool,
        pool_reset_on_return=None,
        connect_args={"check_same_thread": False},
    )
    metadata.create_all(engine)
    return engine


def desk_of(
    engine: sa.engine.Engine,
    transcript: Transcript,
    delivery: Delivery,
    languages: frozenset[str] = frozenset(),
) -> tuple[Switchboard, CustomerSide, AgentSide]:
    """The handoff with the names of its responses for words; `languages` are those online."""

    def sentence(response: str, locale: str | None, values: Any = None) -> str:
        return response

    def clock() -> datetime:
        return NOW

    hours = Hours.load("regions: {}")
    offers = Offers(sentence, lambda: languages, hours, clock)
    notices = Notices(sentence, offers.open_to)
    store = DeskStore(engine, clock)
    switchboard = Switchboard(
        engine, Holds(engine), transcript, delivery, notices, Drafts(engine), store, clock
    )
    taking = Taking(sentence, hours, clock, switchboard.take, offers.open_to)
    kept = Waits(engine, clock), Feedback(engine, clock)
    people = CustomerSide(switchboard, notices, offers, taking, *kept)
    return switchboard, people, AgentSide(switchboard, notices, Names())


class Names:
    def name_of(self, agent: int) -> str:
        return f"Agent {agent}"


@dataclass
class NotingBot:
    """Says the same to everybody; `fails` makes it say that it cannot."""

    engine: sa.engine.Engine
    heard: list[Entry] = field(default_factory=list)
    fails: bool = False
    locks: dict[str, asyncio.Lock] = field(default_factory=dict)

    @asynccontextmanager
    async def lock(self, conversation: str) -> AsyncIterator[None]:
        async with self.locks.setdefault(conversation, asyncio.Lock()):
            yield

    async def converse(self, heard: Entry, record: Record) -> Turn:
        self.heard.append(heard)
        await asyncio.sleep(0)
        if self.fails:
            return APOLOGY
        with self.engine.begin() as connection:
            record(connection, turn=TURN)
        return TURN

    async def greet(self, conversation: str, told: dict[str, Any], record: Record) -> Turn:
        with self.engine.begin() as connection:
            record(connection, turn=TURN)
        return TURN

    async def trouble(self, conversation: str, told: dict[str, Any]) -> Turn:
        return APOLOGY


@dataclass
class Terminal:
    url: str
    bot: NotingBot

    @property
    def heard(self) -> list[Entry]:
        """What reached the bot."""
        return self.bot.heard

    def told(self) -> dict[str, Any]:
        """What the channel told with the last message, beside its own name."""
        return {name: value for name, value in self.heard[-1].told.items() if name != "channel"}

    def post(
        self, body: Any = None, data: bytes | None = None, **headers: str
    ) -> requests.Response:
        return requests.post(
            f"{self.url}/messages",
            json=body,
            data=data,
            headers={"Authorization": f"Bearer {TOKEN}", **headers},
            timeout=10,
        )


@pytest.fixture(scope="module")
def terminal(several_sanic_servers: None) -> Iterator[Terminal]:
    engine = new_engine()
    bot = NotingBot(engine)
    app = Sanic(f"terminal-{uuid.uuid4().hex}", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "json"
    transcript, delivery = Transcript(engine, lambda: NOW), Delivery({})
    _, people, _ = desk_of(engine, transcript, delivery)
    app.ctx.reception = Reception(bot, transcript, delivery, people)
    app.blueprint(TerminalChannel(TOKEN).blueprint())
    with_server = _serve(app)
    port = next(with_server)
    yield Terminal(f"http://127.0.0.1:{port}/webhooks/terminal", bot)
    next(with_server, None)


def _serve(app: Sanic) -> Iterator[int]:
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(_started(app))
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield server.server.sockets[0].getsockname()[1]
    asyncio.run_coroutine_threadsafe(_closed(server), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


async def _started(app: Sanic) -> Any:
    server = await app.create_server("127.0.0.1", 0, return_asyncio_server=True)
    await server.startup()
    await server.start_serving()
    return server


async def _closed(server: Any) -> None:
    await server.close()
