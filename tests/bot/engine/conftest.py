"""The bot server inside this process, real but for its being reachable from the tests.

Rasa and TensorFlow take seconds to import: everything here does it late, for slow tests alone.
"""

from __future__ import annotations

import asyncio
import sqlite3
import uuid
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.client import BotClient
from bot.clock import FROZEN_AT
from bot.model import ROOT
from bot.run.ports import free_ports
from bot.settings import Settings

if TYPE_CHECKING:
    from rasa.core.agent import Agent as StockAgent

    from bot.engine.agent import Agent
    from bot.run.stack import Stack


@dataclass
class Server:
    """`run` is for coroutines that have to run where the server runs."""

    url: str
    token: str
    agent: Agent
    database: Path
    run: Callable[[Coroutine[Any, Any, Any]], Any]
    conversation: str = field(default_factory=lambda: f"c-{uuid.uuid4().hex}")

    def say(self, text: Any, **more: Any) -> dict[str, Any]:
        return BotClient(self.url, self.token).send(self.conversation, text, **more)

    def rows(self) -> list[tuple[str, str]]:
        """Type and data of every stored event of the conversation."""
        query = "SELECT type_name, data FROM events WHERE sender_id = ? ORDER BY id"
        with sqlite3.connect(self.database) as connection:
            return list(connection.execute(query, (self.conversation,)))

    def tracker(self) -> Any:
        """As the next message will find it."""
        return self.run(self.agent.tracker_store.retrieve(self.conversation))

    @contextmanager
    def broken_store(self) -> Iterator[None]:
        """As if the database were out of reach."""
        import sqlalchemy as sa

        def fail(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("out of reach"))

        engine = self.agent.tracker_store.engine
        sa.event.listen(engine, "before_cursor_execute", fail)
        try:
            yield
        finally:
            sa.event.remove(engine, "before_cursor_execute", fail)


@pytest.fixture(scope="session")
def _server(
    model: Path,
    running_stack: Stack,
    tmp_path_factory: pytest.TempPathFactory,
    several_sanic_servers: None,
) -> Iterator[Server]:
    """Our server, with the action server and the billing service of the running stack."""
    import rasa.core.actions.action
    from rasa.shared.core.events import Event
    from rasa.shared.core.slots import Slot

    environment = running_stack.environment
    database = tmp_path_factory.mktemp("engine") / "conversations.db"
    with pytest.MonkeyPatch.context() as patch:
        # What the engine mends is stock again when these tests are over.
        patch.setattr(Event, "resolve_by_type", staticmethod(Event.resolve_by_type))
        action = rasa.core.actions.action
        patch.setattr(action, "RemoteAction", action.RemoteAction)
        patch.setattr(Slot, "__copy__", None, raising=False)
        patch.setenv("PRORATA_DATABASE", str(database))
        patch.setenv("PRORATA_TERMINAL_TOKEN", running_stack.token)
        patch.setenv(FROZEN_AT, environment[FROZEN_AT])
        from bot.engine.server import build

        ports = dict(
            zip(("PRORATA_PORT", "PRORATA_WEB_PORT"), map(str, free_ports(2)), strict=True)
        )
        settings = Settings.from_environment({**environment, **ports})
        app = build(settings, model, ROOT / "endpoints.yml")
        loop = asyncio.new_event_loop()
        listening = loop.run_until_complete(_listening(app, settings.port))
        Thread(target=loop.run_forever, daemon=True).start()

        def run(what: Coroutine[Any, Any, Any]) -> Any:
            return asyncio.run_coroutine_threadsafe(what, loop).result(60)

        url = f"http://127.0.0.1:{settings.port}"
        yield Server(url, running_stack.token, app.ctx.agent, database, run)
        run(_closed(listening))
        loop.call_soon_threadsafe(loop.stop)


async def _listening(app: Any, port: int) -> Any:
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True)
    await server.startup()
    await server.before_start()
    await server.start_serving()
    return server


async def _closed(server: Any) -> None:
    await server.close()
    await server.after_stop()


@pytest.fixture
def server(_server: Server) -> Server:
    """The one server, with a conversation of its own for each test."""
    return Server(_server.url, _server.token, _server.agent, _server.database, _server.run)


@pytest.fixture(scope="session")
def _stock(model: Path, tmp_path_factory: pytest.TempPathFactory) -> StockAgent:
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import SQLTrackerStore
    from rasa.shared.core.domain import Domain

    database = tmp_path_factory.mktemp("stock") / "conversations.db"
    store = SQLTrackerStore(Domain.empty(), dialect="sqlite", db=str(database))
    return Agent.load(model, tracker_store=store)


@pytest.fixture
def stock(_stock: StockAgent, monkeypatch: pytest.MonkeyPatch) -> StockAgent:
    """Rasa's own agent with the same model, and its own `RemoteAction`."""
    import rasa.core.actions.action as action

    original = next(c for c in action.RemoteAction.__mro__ if c.__module__ == action.__name__)
    monkeypatch.setattr(action, "RemoteAction", original)
    return _stock


def said_by_stock(agent: StockAgent, text: str, conversation: str = "c-1") -> list[dict[str, Any]]:
    """What a customer of stock Rasa's REST channel is answered."""
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    output = CollectingOutputChannel()
    asyncio.run(agent.handle_message(UserMessage(text, output, conversation)))
    return list(output.messages)


@pytest.fixture
def stock_says(stock: StockAgent) -> Callable[..., list[dict[str, Any]]]:
    """`stock_says("/restart", conversation)`."""
    return lambda text, conversation="c-1": said_by_stock(stock, text, conversation)
