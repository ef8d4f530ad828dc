"""What the web channel sends: to every tab of a conversation, in the events that each tab knows."""

from __future__ import annotations

from typing import Any

import socketio

from bot.channels.web.buttons import Buttons
from bot.channels.web.rendering import entry_for_ours, message_for_others
from bot.channels.web.sessions import Sessions
from bot.store.transcript import Entry


class Outlet:
    """The web channel's Sender (bot/channels/reception.py)."""

    def __init__(self, sio: socketio.AsyncServer, buttons: Buttons, sessions: Sessions) -> None:
        self._sio = sio
        self._buttons = buttons
        self._sessions = sessions

    async def join(self, sid: str, conversation: str, *, ours: bool) -> str:
        """The room in which the tab is from now on."""
        room = _room(conversation, ours=ours)
        await self._sio.enter_room(sid, room)
        return room

    async def leave(self, sid: str, room: str) -> None:
        await self._sio.leave_room(sid, room)

    async def confirm(self, sid: str, confirmed: dict[str, Any] | str) -> None:
        await self._sio.emit("session_confirm", confirmed, to=sid)

    async def typing(self, conversation: str, *, on: bool) -> None:
        await self._sio.emit("typing", {"on": on}, room=_room(conversation, ours=True))

    async def ended(self, conversation: str, but: str) -> None:
        await self._sio.emit("ended", {}, room=_room(conversation, ours=True), skip_sid=but)

    async def history(self, sid: str, entries: list[Entry]) -> None:
        shown = [entry_for_ours(entry, self._buttons) for entry in entries]
        await self._sio.emit("history", {"entries": shown}, to=sid)

    async def missed(self, sid: str, conversation: str, entries: list[Entry]) -> None:
        """For a widget that does not ask: what nobody was there to see."""
        for entry in entries:
            if entry.author != "customer":
                message = message_for_others(entry, self._buttons)
                await self._sio.emit("bot_uttered", message, to=sid)
        if entries:
            self._sessions.delivered(conversation, entries[-1].seq)

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        for entry in entries:
            shown = entry_for_ours(entry, self._buttons)
            await self._sio.emit("entry", shown, room=_room(conversation, ours=True))
        # Widgets that are not ours show by themselves what their customer says.
        spoken = [entry for entry in entries if entry.author != "customer"]
        if spoken and self._has_others(conversation):
            for entry in spoken:
                await self._to_others(conversation, message_for_others(entry, self._buttons))
            self._sessions.delivered(conversation, spoken[-1].seq)

    async def apologise(self, conversation: str, text: str) -> None:
        await self._sio.emit("notice", {"text": text}, room=_room(conversation, ours=True))
        await self._to_others(conversation, {"text": text})

    async def _to_others(self, conversation: str, message: dict[str, Any]) -> None:
        await self._sio.emit("bot_uttered", message, room=_room(conversation, ours=False))

    def _has_others(self, conversation: str) -> bool:
        room = _room(conversation, ours=False)
        return any(True for _ in self._sio.manager.get_participants("/", room))


def _room(conversation: str, *, ours: bool) -> str:
    return f"{'ours' if ours else 'others'}:{conversation}"
