"""An agent's socket: as tests/socket_client.py, on the namespace /desk (Socket.IO protocol 5)."""

from __future__ import annotations

import json
from typing import Any

from tests.socket_client import TIMEOUT, SocketClient


class DeskSocket(SocketClient):
    """On the namespace /desk. ConnectionRefusedError where the server does not let it in."""

    async def emit(self, event: Any, *data: Any) -> None:
        await self.send(f"42/desk,{json.dumps([event, *data])}")

    async def _handshake(self) -> None:
        opened = await self.socket.receive_str(timeout=TIMEOUT)
        assert opened.startswith("0{"), opened
        await self.send("40/desk,")
        joined = await self.socket.receive_str(timeout=TIMEOUT)
        if joined.startswith("44/desk,"):
            raise ConnectionRefusedError
        assert joined.startswith("40/desk,"), joined

    async def _read(self) -> None:
        async for message in self.socket:
            packet = message.data
            if packet == "2":
                await self.send("3")
            elif packet.startswith("41/desk"):
                await self.socket.close()
            elif packet.startswith("42/desk,"):
                name, *data = json.loads(packet[len("42/desk,") :])
                self._note((name, data[0] if data else None))
