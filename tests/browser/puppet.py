"""The public server with its own pages and widget, and behind it nobody: a test says what is said.

For states that a bot comes to rarely, or never: an attack in its answer, a refusal, silence.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import socketio

from bot.run.ports import HOST, free_ports
from bot.settings import WebSettings
from bot.site.server import Site, application, socket_server
from tests.conftest import NOW


class Puppet:
    def __init__(self) -> None:
        (self._port,) = free_ports(1)
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._sio: socketio.AsyncServer
        self._site: Site
        self.forget()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    def forget(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.refusal: dict[str, str] | None = None
        self.answer: Callable[[str], dict[str, Any] | None] = lambda text: None

    def say(self, text: str, author: str = "bot", **more: Any) -> None:
        """An entry (docs/channels/web.md) in every widget that is there."""
        self._run(self._sio.emit("entry", self._entry(text, author, more)))

    def typing(self, on: bool) -> None:
        self._run(self._sio.emit("typing", {"on": on}))

    def start(self) -> None:
        if not self._thread.is_alive():
            self._thread.start()
        self._run(self._start())

    def stop(self) -> None:
        self._run(self._stop())

    def end(self) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _entry(self, text: str, author: str, more: dict[str, Any]) -> dict[str, Any]:
        seq = len(self.entries) + 1
        entry = {"seq": seq, "author": author, "at": NOW, "language": None, "text": text, **more}
        self.entries.append(entry)
        return entry

    async def _start(self) -> None:
        settings = WebSettings(self._port, "s" * 32, (), (), None, 100, 100, demo=False)
        self._sio = socket_server(settings)
        for event in (self.session_request, self.user_uttered):
            self._sio.on(event.__name__, event)
        for name in ("open", "choose_language", "feedback", "rate", "start_over", "identify"):
            self._sio.on(name, self._nod)
        self._site = Site(application(settings, self._sio, []), HOST, self._port)
        await self._site.start()

    async def _stop(self) -> None:
        await self._sio.shutdown()
        await self._site.stop()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def session_request(self, sid: str, data: dict[str, Any]) -> None:
        confirmed = {"session_id": "the-session", "resumed": True, "signed_in": False}
        await self._sio.emit("session_confirm", confirmed, to=sid)
        unseen = [entry for entry in self.entries if entry["seq"] > data.get("seen", 0)]
        await self._sio.emit("history", {"entries": unseen}, to=sid)

    async def user_uttered(self, sid: str, data: dict[str, Any]) -> dict[str, Any]:
        if self.refusal:
            return self.refusal
        heard = self._entry(data["message"], "customer", {"id": data["id"]})
        await self._sio.emit("entry", heard)
        if answer := self.answer(data["message"]):
            await self._sio.emit("entry", self._entry(answer.pop("text"), "bot", answer))
        return {"seq": heard["seq"]}

    async def _nod(self, *_: Any) -> dict[str, Any]:
        return {}

    def _run(self, what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(10)


@contextmanager
def puppet() -> Iterator[Puppet]:
    played = Puppet()
    played.start()
    try:
        yield played
    finally:
        played.end()
