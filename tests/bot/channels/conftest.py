"""The terminal channel behind a real Sanic server, with a bot that only takes notes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import pytest
import requests
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from bot.channels.terminal import TerminalChannel
from bot.engine.turn import Turn

TOKEN = "a-token-of-sixteen-characters"
TURN = Turn({"name": "greet", "confidence": 0.9}, "fr", "fr_CA", [], None)


@dataclass
class Terminal:
    """`heard` is what reached the bot."""

    url: str
    heard: list[UserMessage] = field(default_factory=list)

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
    heard: list[UserMessage] = []

    async def handle(message: UserMessage) -> Turn:
        heard.append(message)
        await message.output_channel.send_response(
            message.sender_id, {"text": "Bonjour !", "utter_action": "utter_greet"}
        )
        return TURN

    app = Sanic(f"terminal-{uuid.uuid4().hex}", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.blueprint(TerminalChannel(TOKEN).blueprint(handle), url_prefix="/terminal")
    with_server = _serve(app)
    port = next(with_server)
    yield Terminal(f"http://127.0.0.1:{port}/terminal", heard)
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
