"""What signing in is tested with: a company's identity tokens, and a chat in an empty store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any
from urllib.parse import parse_qs

import jwt
import requests
import sqlalchemy as sa

from bot.channels.limits import Buckets, Rate
from bot.channels.messaging import sign_in_texts
from bot.channels.messaging.platform import Link
from bot.channels.messaging.sign_in_page import PATH, SignInPage
from bot.channels.messaging.sign_in_texts import Texts
from bot.channels.messaging.signing_in import SigningIn
from bot.channels.web.identity import Verifier
from bot.run.ports import free_ports
from bot.settings import MessagingSettings
from bot.site.address import networks
from bot.site.server import Site, application, socket_server
from bot.store.peers import Peer, Peers
from bot.store.sign_in_links import SignInLinks
from bot.store.transcript import Entry
from tests.bot.channels.conftest import new_engine
from tests.bot.channels.web.harness import IDENTITY, SECRET, SETTINGS, Time
from tests.bot.loop import Loop

PAGE = "https://www.example.com/chat-sign-in"
WRONG, OVER, DONE = "utter_sign_in_code_wrong", "utter_sign_in_code_over", "utter_signed_in"
A_FEW = Rate(burst=20, per_second=1)
TEXTS: Texts = sign_in_texts.load()


def identity_of(time: Time, account: str, seconds: float = 1800, **claims: Any) -> str:
    """What the company's back end signs for its customer."""
    now, key = time.now.timestamp(), claims.pop("key", IDENTITY.key)
    times = {"iat": now, "exp": now + seconds}
    given = {"iss": IDENTITY.issuer, "aud": IDENTITY.audience, "sub": account, **times, **claims}
    return jwt.encode(given, key, "HS256")


def token_in(link: str) -> str:
    address, query = link.split("?")
    assert address == PAGE
    (token,) = parse_qs(query)["chat"]
    return token


_SEQS = itertools.count(1)


def entry(response: str = "utter_estimate", language: str | None = "fr") -> Entry:
    """Another one each time."""
    at = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
    return Entry(next(_SEQS), "a chat", at, "bot", {"text": "…", "response": response}, language)


@dataclass
class Booth:
    """Signing in, with the stores that it uses."""

    page: str | None = PAGE
    can_verify: bool = True
    time: Time = field(default_factory=Time)
    engine: sa.engine.Engine = field(default_factory=new_engine)

    def __post_init__(self) -> None:
        self.peers = Peers(self.engine, self.time)
        self.signing_in = self.another_process()

    def another_process(self, secret: str = SECRET) -> SigningIn:
        verifier = Verifier(IDENTITY.key, IDENTITY.issuer, IDENTITY.audience, self.time)
        return SigningIn(
            MessagingSettings("https://chat.example.com", self.page, {}),
            secret,
            TEXTS,
            verifier if self.can_verify else None,
            SignInLinks(self.engine),
            self.peers,
            self.time,
        )

    def person(self, key: str = "anna", *, private: bool = True, locale: str | None = None) -> Peer:
        """As stored by now."""
        return self.peers.meet(Peer(key, key, "telegram", {"chat": 1}, locale, private))

    def offered(self, person: Peer, response: str = "utter_estimate") -> str:
        (link,) = self.signing_in.links(entry(response), person)
        return token_in(link.url)

    def links(self, response: str, person: Peer, language: str | None = "fr") -> list[Link]:
        return list(self.signing_in.links(entry(response, language), person))

    def vouched(self, person: Peer, account: str = "demo-lyon", seconds: float = 1800) -> str:
        """The code that the company's customer is shown."""
        identity = identity_of(self.time, account, seconds)
        return self.signing_in.vouch(self.offered(person), identity)

    def says(self, person: Peer, text: str) -> str | None:
        """The response; the person as they were before."""
        notice = self.signing_in.take(person, text)
        return notice.response if notice else None

    @contextmanager
    def serving(self, loop: Loop, proxies: str = "", texts: Texts = TEXTS) -> Iterator[Posts]:
        """The page on the public server."""
        buckets = Buckets(A_FEW, lambda: self.time.seconds)
        page = SignInPage(self.signing_in, texts, buckets, networks(proxies))
        (port,) = free_ports(1)
        sio = socket_server(SETTINGS)
        site = Site(application(SETTINGS, sio, page.routes()), "127.0.0.1", port)
        loop.run(site.start())
        try:
            yield Posts(f"http://127.0.0.1:{port}{PATH}", self.engine)
        finally:
            loop.run(sio.shutdown())
            loop.run(site.stop())

    def account_of(self, key: str = "anna") -> str | None:
        return self.person(key).account


@dataclass
class Posts:
    """What the company's page sends, or anybody."""

    url: str
    engine: sa.engine.Engine
    headers: dict[str, str] = field(default_factory=dict)

    def post(self, given: Any = None, **headers: str) -> requests.Response:
        headers = {"Accept": "text/html", **self.headers, **headers}
        return requests.post(self.url, data=given, headers=headers, timeout=10)

    def use_up(self) -> int:
        """What is allowed at once."""
        return [self.post().status_code for _ in range(A_FEW.burst + 1)].index(429)

    @contextmanager
    def broken_store(self) -> Iterator[None]:
        def fail(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("disk full"))

        sa.event.listen(self.engine, "before_cursor_execute", fail)
        try:
            yield
        finally:
            sa.event.remove(self.engine, "before_cursor_execute", fail)
