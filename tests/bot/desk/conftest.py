"""A desk on loopback: the real server, a clock that tests move, passwords that cost little."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
import requests
import sqlalchemy as sa
from aiohttp import web
from argon2 import PasswordHasher

from bot.desk import auth
from bot.desk.accounts import Accounts, Agent
from bot.desk.audit import Audit
from bot.desk.http import DOOR, Door
from bot.desk.passwords import Passwords
from bot.desk.sessions import DeskSessions
from bot.site.address import networks
from bot.site.server import Site
from tests.bot.channels.conftest import NOW, new_engine

if TYPE_CHECKING:
    from tests.bot.desk.office import Office
    from tests.bot.loop import Loop

PASSWORD = "correct horse battery"
OTHER_PASSWORD = "another staple, longer"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Time:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def office(loop: Loop) -> Iterator[Office]:
    """The whole desk, its socket included."""
    from tests.bot.desk.office import serving

    with serving(loop) as office:
        yield office


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def accounts(engine: sa.engine.Engine, time: Time) -> Accounts:
    return Accounts(engine, time, Passwords(CHEAP))


@pytest.fixture
def sessions(engine: sa.engine.Engine, time: Time) -> DeskSessions:
    return DeskSessions(engine, time)


@pytest.fixture
def audit(engine: sa.engine.Engine, time: Time) -> Audit:
    return Audit(engine, time)


@pytest.fixture
def camille(accounts: Accounts) -> Agent:
    return accounts.add("camille", PASSWORD, name="Camille", languages=["fr", "en"])


@pytest.fixture
def admin(accounts: Accounts) -> Agent:
    return accounts.add("boss", PASSWORD, name="The Boss", languages=["en"], role="admin")


@dataclass
class Desk:
    """A browser of which every header is said: it keeps no cookies by itself."""

    url: str

    def send(self, method: str, path: str, **given: Any) -> requests.Response:
        return requests.request(method, self.url + path, timeout=10, **given)

    def login(self, login: object, password: object, **headers: str) -> requests.Response:
        body = {"login": login, "password": password}
        return self.send("POST", "/desk/api/login", json=body, headers=headers)

    def me(self, cookie: str, **headers: str) -> requests.Response:
        return self.send("GET", "/desk/api/me", headers={"Cookie": cookie, **headers})

    def logout(self, cookie: str, **headers: str) -> requests.Response:
        return self.send("POST", "/desk/api/logout", headers={"Cookie": cookie, **headers})


def cookie_of(response: requests.Response) -> str:
    """« name=token »"""
    return response.headers["Set-Cookie"].partition(";")[0]


@pytest.fixture(scope="session")
def desk_loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


@pytest.fixture
def desk(
    desk_loop: asyncio.AbstractEventLoop,
    accounts: Accounts,
    sessions: DeskSessions,
    audit: Audit,
    time: Time,
) -> Iterator[Desk]:
    """Behind a proxy that is trusted: what is sent as X-Forwarded-For is the client's address."""
    app = web.Application()
    app[DOOR] = Door(sessions, networks("127.0.0.0/8"))
    app.add_routes(auth.routes(accounts, sessions, audit, time.seconds))
    site = Site(app, "127.0.0.1", 0)

    def run(work: Any) -> Any:
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, desk_loop)
        return future.result(10)

    run(site.start())
    (address, *_) = site._runner.addresses  # type: ignore[union-attr]
    yield Desk(f"http://127.0.0.1:{address[1]}")
    run(site.stop())
