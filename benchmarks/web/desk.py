"""`python -m benchmarks.web.desk`: fifty conversations with five agents, both sides writing.

Times are from sending to seeing it on the other side's socket. A lost message is one that its reader
never saw, a doubled one was seen twice.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.web.server import serving
from bot.clock import environment_clock
from bot.desk.accounts import Accounts
from bot.desk.command import opened
from bot.run.stack import DATABASE
from tests.bot.desk.desk_socket import DeskSocket
from tests.socket_client import SocketClient

_PASSWORD = "only for this measurement"
# In one conversation a customer may say something every two seconds (bot/site/assembly.py).
_EVERY = 2.2
_LAST_ARRIVALS = 10.0
_PATIENCE = 60.0


@dataclass(eq=False)
class Widget(SocketClient):
    arrived: dict[str, list[float]] = field(default_factory=dict)

    def _note(self, event: tuple[str, Any]) -> None:
        if event[0] == "entry":
            self.arrived.setdefault(event[1]["text"], []).append(time.perf_counter())
        super()._note(event)


@dataclass(eq=False)
class AgentSocket(DeskSocket):
    arrived: dict[str, list[float]] = field(default_factory=dict)
    conversations: dict[str, str] = field(default_factory=dict)

    def _note(self, event: tuple[str, Any]) -> None:
        if event[0] == "entry":
            text = event[1]["entry"]["text"]
            self.arrived.setdefault(text, []).append(time.perf_counter())
            self.conversations[text] = event[1]["conversation"]


@dataclass
class Agent:
    url: str
    http: aiohttp.ClientSession
    socket: AgentSocket
    headers: dict[str, str]

    @classmethod
    async def sign_in(cls, url: str, http: aiohttp.ClientSession, login: str) -> Agent:
        given = {"login": login, "password": _PASSWORD}
        async with http.post(f"{url}desk/api/login", json=given) as response:
            response.raise_for_status()
            csrf = (await response.json())["csrf"]
            cookie = response.headers["Set-Cookie"].partition(";")[0]
        socket = await AgentSocket.connect(url, {"Cookie": cookie}, http)
        assert isinstance(socket, AgentSocket)
        return cls(url, http, socket, {"Cookie": cookie, "X-CSRF-Token": csrf})

    async def act(self, conversation: str, deed: str, **body: Any) -> None:
        url = f"{self.url}desk/api/conversations/{conversation}/{deed}"
        async with self.http.post(url, json=body, headers=self.headers) as response:
            response.raise_for_status()


@dataclass(frozen=True)
class Direction:
    """Seconds for each message that arrived."""

    sent: int
    lost: int
    doubled: int
    times: list[float]

    def __str__(self) -> str:
        p50, p95 = statistics.median(self.times), statistics.quantiles(self.times, n=20)[-1]
        return (
            f"sent {self.sent:,}, lost {self.lost}, doubled {self.doubled}, "
            f"p50 {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms"
        )


async def measure(
    url: str, logins: Sequence[str], conversations: int, messages: int
) -> dict[str, Direction]:
    connector, jar = aiohttp.TCPConnector(limit=0), aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as http:
        agents = [await Agent.sign_in(url, http, login) for login in logins]
        widgets = [await _joined(url, http) for _ in range(conversations)]
        for number, widget in enumerate(widgets):
            await widget.call("user_uttered", {"message": f"This is customer {number}."})
        talks = [
            _Talk(number, widget, agents[number % len(agents)])
            for number, widget in enumerate(widgets)
        ]
        await asyncio.gather(*(talk.begin() for talk in talks))
        await asyncio.gather(*(talk.go_on(messages, conversations) for talk in talks))
        await asyncio.sleep(_LAST_ARRIVALS)
        for client in (*widgets, *(agent.socket for agent in agents)):
            await client.close()
    return {
        "customer to agent": _direction([(t.asked, t.agent.socket.arrived) for t in talks]),
        "agent to customer": _direction([(t.said, t.widget.arrived) for t in talks]),
    }


async def _joined(url: str, http: aiohttp.ClientSession) -> Widget:
    """A customer who was offered an agent, and waits for one."""
    widget = await Widget.connect(url, http=http)
    assert isinstance(widget, Widget)
    await widget.emit("session_request", {"widget": 1, "locale": "en-CA"})
    await widget.wait_for("session_confirm")
    await widget.call("user_uttered", {"message": "I want to talk to a person"})
    offer = await widget.wait_for("entry", lambda entry: entry.get("handoff"), _PATIENCE)
    await widget.call("user_uttered", {"message": offer["buttons"][0]["payload"]})
    await widget.wait_for("entry", lambda entry: entry["author"] == "notice", _PATIENCE)
    return widget


@dataclass
class _Talk:
    """`asked` and `said` are texts, with the time at which each was sent."""

    number: int
    widget: Widget
    agent: Agent
    conversation: str = ""
    asked: dict[str, float] = field(default_factory=dict)
    said: dict[str, float] = field(default_factory=dict)

    async def begin(self) -> None:
        first = f"This is customer {self.number}."
        deadline = time.monotonic() + _PATIENCE
        while first not in self.agent.socket.conversations and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        self.conversation = self.agent.socket.conversations[first]
        await self.agent.act(self.conversation, "claim")

    async def go_on(self, messages: int, talks: int) -> None:
        """At an even pace, whether or not the last has arrived."""
        begun = time.perf_counter() + _EVERY * self.number / talks
        pending = []
        for number in range(messages):
            await asyncio.sleep(max(0.0, begun + number * _EVERY - time.perf_counter()))
            name = f"{self.number} in talk {number}"
            asked, said = f"Customer {name}", f"Agent {name}"
            pending += [
                self._send(
                    self.asked,
                    asked,
                    lambda text: self.widget.call("user_uttered", {"message": text, "id": text}),
                ),
                self._send(
                    self.said,
                    said,
                    lambda text: self.agent.act(self.conversation, "messages", text=text, id=text),
                ),
            ]
        await asyncio.gather(*pending)

    @staticmethod
    def _send(
        sent: dict[str, float], text: str, send: Callable[[str], Awaitable[Any]]
    ) -> asyncio.Future[Any]:
        sent[text] = time.perf_counter()
        return asyncio.ensure_future(send(text))


def _direction(talks: list[tuple[dict[str, float], dict[str, list[float]]]]) -> Direction:
    pairs = [(at, arrived.get(text, [])) for sent, arrived in talks for text, at in sent.items()]
    return Direction(
        sent=len(pairs),
        lost=sum(not seen for _, seen in pairs),
        doubled=sum(len(seen) > 1 for _, seen in pairs),
        times=[seen[0] - at for at, seen in pairs if seen],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    logins = [f"agent-{number}" for number in range(given.agents)]
    with tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder:
        _add(Path(folder) / DATABASE, logins)
        with serving(Path(folder)) as server:
            measured = asyncio.run(measure(server.url, logins, given.conversations, given.messages))
    for name, direction in measured.items():
        sys.stdout.write(f"{name}: {direction}\n")
    return 0


def _add(database: Path, logins: Sequence[str]) -> None:
    engine = opened(database)
    accounts = Accounts(engine, environment_clock())
    for login in logins:
        accounts.add(login, _PASSWORD, name=login.title())
    engine.dispose()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web.desk", description=__doc__)
    parser.add_argument("--conversations", type=int, default=50)
    parser.add_argument("--agents", type=int, default=5)
    parser.add_argument("--messages", type=int, default=20, help="each way in each conversation")
    return parser


if __name__ == "__main__":
    sys.exit(main())
