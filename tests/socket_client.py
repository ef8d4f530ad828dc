"""A Socket.IO 5 client by WebSocket alone, cheap enough for a thousand connections.

python-socketio's own needs a newer aiohttp than Rasa allows.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp

TIMEOUT = 10.0

_PATH = "/socket.io/?EIO=4&transport=websocket"


@dataclass(eq=False)
class SocketClient:
    """`received` holds every event as (name, data), in order."""

    socket: aiohttp.ClientWebSocketResponse
    http: aiohttp.ClientSession
    owns_http: bool
    received: list[tuple[str, Any]] = field(default_factory=list)
    _unread: list[tuple[str, Any]] = field(default_factory=list)
    _acknowledgements: dict[int, asyncio.Future[Any]] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=count)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _reader: asyncio.Task[None] | None = None

    @classmethod
    async def connect(
        cls,
        url: str,
        headers: Mapping[str, str] | None = None,
        http: aiohttp.ClientSession | None = None,
    ) -> SocketClient:
        """Many clients may share one `http`, whose connection limit is then theirs. Raises
        aiohttp.WSServerHandshakeError where the server refuses.
        """
        session = http or aiohttp.ClientSession()
        try:
            # `compress` as browsers ask for it; heartbeats are the server's.
            socket = await session.ws_connect(url.rstrip("/") + _PATH, headers=headers, compress=15)
            client = cls(socket, session, owns_http=http is None)
            await client._handshake()
        except BaseException:
            if http is None:
                await session.close()
            raise
        client._reader = asyncio.create_task(client._read())
        return client

    @property
    def is_open(self) -> bool:
        return self._reader is not None and not self._reader.done()

    async def emit(self, event: Any, *data: Any) -> None:
        await self.send(f"42{json.dumps([event, *data])}")

    async def call(self, event: Any, *data: Any, timeout: float = TIMEOUT) -> Any:
        """The acknowledgement's first value; None where it is empty."""
        number = next(self._ids)
        answer = asyncio.get_running_loop().create_future()
        self._acknowledgements[number] = answer
        await self.send(f"42{number}{json.dumps([event, *data])}")
        values = await asyncio.wait_for(answer, timeout)
        return values[0] if values else None

    async def wait_for(
        self,
        event: str,
        predicate: Callable[[Any], bool] = lambda _: True,
        timeout: float = TIMEOUT,
    ) -> Any:
        """The data of the first such event that was not waited for before."""
        return await asyncio.wait_for(self._next(event, predicate), timeout)

    async def wait_closed(self, timeout: float = TIMEOUT) -> int | None:
        """The close code once the server has hung up."""
        assert self._reader
        await asyncio.wait_for(asyncio.shield(self._reader), timeout)
        return self.socket.close_code

    async def send(self, packet: str) -> None:
        """An Engine.IO packet as it is."""
        await self.socket.send_str(packet)

    async def close(self) -> None:
        await self.socket.close()
        if self._reader:
            await self._reader
        if self.owns_http:
            await self.http.close()

    async def _handshake(self) -> None:
        opened = await self.socket.receive_str(timeout=TIMEOUT)
        assert opened.startswith("0{"), opened
        await self.send("40")
        joined = await self.socket.receive_str(timeout=TIMEOUT)
        assert joined.startswith("40"), joined

    async def _read(self) -> None:
        async for message in self.socket:
            packet = message.data
            if packet == "2":
                await self.send("3")
            elif packet == "41":  # as the browser's client does
                await self.socket.close()
            elif packet.startswith("42"):
                name, *data = json.loads(packet[2:])
                self._note((name, data[0] if data else None))
            elif packet.startswith("43"):
                number, _, values = packet[2:].partition("[")
                answer = self._acknowledgements.pop(int(number))
                if not answer.done():
                    answer.set_result(json.loads(f"[{values}"))

    def _note(self, event: tuple[str, Any]) -> None:
        self.received.append(event)
        self._unread.append(event)
        self._news.set()

    async def _next(self, event: str, predicate: Callable[[Any], bool]) -> Any:
        while True:
            for number, (name, data) in enumerate(self._unread):
                if name == event and predicate(data):
                    del self._unread[number]
                    return data
            self._news.clear()
            await self._news.wait()
