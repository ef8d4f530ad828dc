"""The whole desk on loopback as bot/desk/assembly.py puts it together: agents with cookies and sockets,
and customers who write without a widget.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any
from unittest.mock import patch

import requests
import sqlalchemy as sa
import yaml
from aiohttp import web

from bot.channels.delivery import Delivery
from bot.channels.reception import Incoming, Reception
from bot.desk.accounts import Accounts, Agent
from bot.desk.assembly import Desk, desk
from bot.desk.audit import Audit
from bot.desk.passwords import Passwords
from bot.desk.sessions import DeskSessions
from bot.handoff.commands import PAYLOADS
from bot.nlg.generator import CatalogueNLG
from bot.site.server import Site, application, socket_server
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import new_engine
from tests.bot.channels.web.harness import SETTINGS, EchoBot
from tests.bot.desk.conftest import CHEAP, PASSWORD, Time
from tests.bot.desk.desk_socket import DeskSocket
from tests.bot.loop import Loop
from tests.conftest import ROOT
from tests.socket_client import TIMEOUT

MOST = 10_000


@dataclass
class Browser:
    """An agent's: with the session's cookie, and the CSRF token that the page was given."""

    url: str
    agent: Agent
    cookie: str
    csrf: str
    http: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str) -> requests.Response:
        return self.http.get(self.url + path, headers={"Cookie": self.cookie}, timeout=10)

    def post(self, path: str, body: Any = None, **headers: str) -> requests.Response:
        given = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, **headers}
        body = {} if body is None else body
        return self.http.post(self.url + path, json=body, headers=given, timeout=10)

    def act(self, conversation: str, deed: str, **body: Any) -> requests.Response:
        return self.post(f"/desk/api/conversations/{conversation}/{deed}", body)

    def open(self, conversation: str, query: str = "") -> dict[str, Any]:
        response = self.get(f"/desk/api/conversations/{conversation}{query}")
        assert response.status_code == 200
        opened: dict[str, Any] = response.json()
        return opened

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.get("/desk/api/state").json()
        return state


@dataclass
class Customers:
    """What customers are shown (a Sender)."""

    shown: dict[str, list[Entry]] = field(default_factory=dict)
    typing_now: list[tuple[str, bool]] = field(default_factory=list)

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        self.shown.setdefault(conversation, []).extend(entries)

    async def apologise(self, conversation: str, text: str) -> None:
        raise AssertionError("the store is there")

    async def typing(self, conversation: str, *, on: bool) -> None:
        self.typing_now.append((conversation, on))


@dataclass
class Office:
    url: str
    loop: Loop
    time: Time
    engine: sa.engine.Engine
    desk: Desk
    app: web.Application
    customers: Customers
    bot: EchoBot
    transcript: Transcript
    reception: Reception
    accounts: Accounts
    audit: Audit
    sessions: DeskSessions
    _sockets: list[DeskSocket] = field(default_factory=list)

    def agent(self, login: str, **given: Any) -> Browser:
        """Signed in."""
        return self.sign_in(
            self.asked(
                lambda: self.accounts.add(
                    login, PASSWORD, **{"name": login.title(), "languages": ["en", "fr"], **given}
                )
            )
        )

    def sign_in(self, agent: Agent) -> Browser:
        session = self.asked(lambda: self.sessions.begin(agent))
        return Browser(self.url, agent, f"prorata-desk={session.token}", session.csrf)

    def socket(self, browser: Browser | None = None) -> DeskSocket:
        headers = {"Cookie": browser.cookie} if browser else {}
        socket: DeskSocket = self.loop.run(DeskSocket.connect(self.url, headers))  # type: ignore[assignment]
        self._sockets.append(socket)
        return socket

    def hear(self, conversation: str, text: Any, channel: str = "web", **more: Any) -> Entry:
        """A customer's message, with all that is answered to it at once."""

        async def heard() -> Entry:
            entry, _ = self.reception.hear(Incoming(conversation, channel, text, **more))
            await self.reception.answer(entry)
            return entry

        entry: Entry = self.loop.run(heard())
        return entry

    def join(self, conversation: str, **more: Any) -> Entry:
        return self.hear(conversation, "Chat with an agent", payload=PAYLOADS["join"], **more)

    def entries(self, conversation: str) -> list[Entry]:
        entries: list[Entry] = self.asked(lambda: self.transcript.since(conversation, 0, MOST))
        return entries

    def asked(self, what: Callable[[], Any]) -> Any:
        """Where the server runs: nothing else uses its store in the meantime."""

        async def ask() -> Any:
            return what()

        return self.loop.run(ask())

    def until(self, condition: Callable[[], bool]) -> None:
        async def wait() -> None:
            while not condition():
                await asyncio.sleep(0.001)

        self.loop.run(asyncio.wait_for(wait(), TIMEOUT))

    def close(self) -> None:
        for socket in self._sockets:
            self.loop.run(socket.close())


@cache
def words() -> CatalogueNLG:
    """With the bot's own responses, of which some are within the desk's."""
    nlg = CatalogueNLG()
    nlg.responses = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["responses"]
    return nlg


@contextmanager
def serving(loop: Loop) -> Iterator[Office]:
    engine, time = new_engine(), Time()
    transcript, customers, bot = Transcript(engine, time), Customers(), EchoBot(engine)
    delivery, sio = Delivery({"web": customers}), socket_server(SETTINGS)
    with patch("bot.desk.accounts.Passwords", partial(Passwords, CHEAP)):
        ours = desk(engine, transcript, delivery, words().sentence, (), time)
    reception = Reception(bot, transcript, delivery, ours.customers)
    sio.register_namespace(ours.live)
    app = application(SETTINGS, sio, ours.routes)
    ours.guard(app)
    site = Site(app, "127.0.0.1", 0)
    loop.run(site.start())
    (address, *_) = site._runner.addresses  # type: ignore[union-attr]
    office = Office(
        *(f"http://127.0.0.1:{address[1]}", loop, time, engine, ours, app, customers, bot),
        *(transcript, reception, Accounts(engine, time, Passwords(CHEAP)), Audit(engine, time)),
        DeskSessions(engine, time),
    )
    try:
        yield office
    finally:
        office.close()
        loop.run(sio.shutdown())
        loop.run(site.stop())
