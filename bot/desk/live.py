"""What the desk's page hears without asking: Socket.IO on the namespace /desk."""

from __future__ import annotations

import asyncio
from typing import Any

import socketio

from bot.desk.http import session_of, token_of
from bot.desk.sessions import DeskSessions
from bot.desk.views import entry_json
from bot.handoff.presence import Presence
from bot.store.transcript import Entry

NAMESPACE = "/desk"


class DeskLive(socketio.AsyncNamespace):
    """Only a signed-in agent is let in; nothing that is sent here changes anything."""

    def __init__(self, presence: Presence, sessions: DeskSessions) -> None:
        super().__init__(NAMESPACE)
        self._presence = presence
        self._sessions = sessions
        self._agents: dict[str, tuple[int, str]] = {}
        self._telling: set[asyncio.Task[None]] = set()

    async def on_connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> bool:
        if sid in self._agents or "aiohttp.request" not in environ:
            return False  # an event of that name, sent by the client
        request = environ["aiohttp.request"]
        signed = session_of(request)
        if signed is None:
            return False
        self._agents[sid] = signed.agent.id, token_of(request) or ""
        self._presence.came(signed.agent.id, signed.agent.languages)
        self.changed()
        return True

    async def on_disconnect(self, sid: str, reason: Any = None) -> None:
        if sid not in self._agents or self.server.manager.is_connected(sid, NAMESPACE):
            return
        agent, _ = self._agents.pop(sid)
        self._presence.left(agent)
        self.changed()

    async def recheck(self) -> None:
        """Whoever has signed out, or was disabled, hears nothing more."""
        for sid, (_, token) in list(self._agents.items()):
            if self._sessions.is_over(token):
                await self.disconnect(sid)

    def changed(self) -> None:
        """The page fetches the state again."""
        self._tell("changed", {})

    def entries(self, conversation: str, entries: list[Entry]) -> None:
        for entry in entries:
            self._tell("entry", {"conversation": conversation, "entry": entry_json(entry)})

    def typing(self, conversation: str, on: bool) -> None:
        """The customer writes."""
        self._tell("typing", {"conversation": conversation, "on": on})

    def _tell(self, event: str, data: dict[str, Any]) -> None:
        if not self._agents:
            return
        task = asyncio.create_task(self.emit(event, data))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)
