"""One loop and one set of texts for the suite, a fresh server for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest

from bot.channels.web.channel import Sentence
from tests.bot.channels.web.harness import IDENTITY, Loop, Web, sentences, serving
from tests.bot.channels.web.widgets import Widget
from tests.socket_client import SocketClient

SignIn = Callable[..., str]
Customers = Callable[..., Widget]


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    running = Loop()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def sentence() -> Sentence:
    return sentences()


@pytest.fixture
def web(loop: Loop, sentence: Sentence) -> Iterator[Web]:
    with serving(loop, sentence) as running:
        yield running


@pytest.fixture
def identity_of(web: Web) -> SignIn:
    """`identity_of("demo-lyon", name=…)`: an identity token that lives five minutes."""

    def sign(account: str, **claims: Any) -> str:
        now = web.time.now.timestamp()
        given = {
            "iss": IDENTITY.issuer,
            "aud": IDENTITY.audience,
            "sub": account,
            "iat": now,
            "exp": now + 300,
            **claims,
        }
        return jwt.encode(given, IDENTITY.key, "HS256")

    return sign


@pytest.fixture
def customers(loop: Loop) -> Iterator[Customers]:
    """`customers(stack.page, locale=…)`: one of our widgets in its session with a real server."""
    widgets: list[Widget] = []

    def join(page: str, **session: Any) -> Widget:
        widget = Widget(loop, loop.run(SocketClient.connect(page)))
        widgets.append(widget)
        widget.join(**session)
        return widget

    yield join
    for widget in widgets:
        widget.close()
