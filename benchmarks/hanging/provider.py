"""A billing system's address that passes everything on to the real one, until it is told to hang."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.run.ports import HOST

_CHUNK = 64 * 1024


class Provider:
    """Listens from the start, so that its port is nobody else's; answers inside of `serving`."""

    def __init__(self, port: int) -> None:
        """`port` is the real billing service's, on this machine."""
        self._real = port
        self._socket = socket.create_server((HOST, 0), backlog=256)
        self._connections: set[asyncio.Task[None]] = set()
        self.hangs = False
        self.swallowed = 0  # requests, or what else came, while it hung

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._socket.getsockname()[1]}"

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        server = await asyncio.start_server(self._serve, sock=self._socket)
        try:
            yield
        finally:
            server.close()
            for connection in self._connections:
                connection.cancel()
            await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.current_task()
        assert serving
        self._connections.add(serving)
        try:
            theirs, real = await asyncio.open_connection(HOST, self._real)
            back = asyncio.create_task(self._pass(theirs, writer))
            try:
                await self._pass(reader, real)
            finally:
                back.cancel()
                real.close()
        finally:
            writer.close()
            self._connections.discard(serving)

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """What comes while it hangs is read and never answered, on old connections too."""
        with suppress(OSError):
            while data := await source.read(_CHUNK):
                if self.hangs:
                    self.swallowed += 1
                    continue
                target.write(data)
                await target.drain()
