"""A messaging platform on loopback: people who write to us through it, and its API, which takes
what the real one takes and refuses what it refuses.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import requests
from aiohttp import web

from bot.clock import Clock, environment_clock
from bot.run.ports import free_ports
from tests.bot.loop import Loop


@dataclass(frozen=True)
class Said:
    """One message as a person sees it; `choices` are title and reference."""

    text: str
    choices: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Hook:
    """A call of our webhook, signed."""

    body: bytes
    headers: Mapping[str, str]
    query: Mapping[str, str] = field(default_factory=dict)
    method: str = "POST"


class Fault(Exception):
    """What the API answers instead; `drops` closes the connection without an answer, and `after` it
    has taken the message all the same.
    """

    def __init__(
        self,
        status: int = 500,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        *,
        drops: bool = False,
        after: bool = False,
        seconds: float = 0.0,
    ) -> None:
        super().__init__(status)
        self.status, self.body, self.headers = status, body, dict(headers or {})
        self.drops, self.after, self.seconds = drops, after, seconds


class FakePlatform(ABC):
    """`webhook` is our address, set by whoever has started the bot. A person is any name: the fake
    makes the platform's own ids of it. `clock` is what signatures and events are dated by; `noted`
    is when each of `said` came (time.monotonic), `takes` the seconds until the API says so.
    """

    name: str

    def __init__(self) -> None:
        self.webhook = ""
        self.url = ""
        self.said: dict[str, list[Said]] = defaultdict(list)
        self.noted: dict[str, list[float]] = defaultdict(list)
        self.takes = 0.0
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.lock = Lock()
        self.clock: Clock = environment_clock()

    # --- what the bot's side is configured with ---
    @abstractmethod
    def settings(self) -> dict[str, str]:
        """The variables of the environment, with this server in place of the real API."""

    # --- people ---
    @abstractmethod
    def message(self, person: str, text: str, event_id: str | None = None) -> Hook: ...

    @abstractmethod
    def press(self, person: str, title: str, reference: str) -> Hook: ...

    def write(self, person: str, text: str, event_id: str | None = None) -> requests.Response:
        return self.call(self.message(person, text, event_id))

    def call(self, hook: Hook) -> requests.Response:
        return requests.request(
            hook.method,
            self.webhook,
            params=dict(hook.query),
            data=hook.body,
            headers=dict(hook.headers),
            timeout=10,
        )

    def seen_by(self, person: str) -> list[Said]:
        with self.lock:
            return list(self.said[person])

    # --- the API ---
    @abstractmethod
    def routes(self) -> Sequence[web.RouteDef]: ...

    def note(self, person: str, said: Said) -> None:
        with self.lock:
            self.said[person].append(said)
            self.noted[person].append(time.monotonic())

    def forbid(self, condition: bool, rule: str) -> None:
        """Notes a rule of the platform's documentation that was broken."""
        if condition:
            with self.lock:
                self.violations.append(rule)

    async def obey_fault(self, *, taken: bool) -> web.Response | None:
        """The next fault's answer, before (`taken` is False) or after the message was noted."""
        if taken:
            await asyncio.sleep(self.takes)
        with self.lock:
            fault = self.faults[0] if self.faults and self.faults[0].after == taken else None
            if fault is not None:
                self.faults.pop(0)
        if fault is None:
            return None
        await asyncio.sleep(fault.seconds)
        if fault.drops:
            raise ConnectionResetError
        if fault.body is None or isinstance(fault.body, str):
            return web.Response(status=fault.status, headers=fault.headers, text=fault.body or "")
        return web.json_response(fault.body, status=fault.status, headers=fault.headers)

    @contextmanager
    def serving(self, loop: Loop) -> Iterator[None]:
        (port,) = free_ports(1)
        app = web.Application()
        app.add_routes(self.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

        async def start() -> None:
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()

        loop.run(start())
        self.url = f"http://127.0.0.1:{port}"
        try:
            yield
        finally:
            loop.run(runner.cleanup())
