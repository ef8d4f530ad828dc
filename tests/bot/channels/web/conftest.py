"""One loop and one set of texts for the suite, a fresh server for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import jwt
import pytest
import yaml

from bot.channels.web.channel import Sentence
from bot.language.conversation import known_locale, language_of
from bot.model import ROOT
from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Voice
from bot.site.assets import Asset
from tests.bot.channels.web.harness import IDENTITY, Web, serving
from tests.bot.channels.web.widgets import Widget
from tests.bot.loop import Loop
from tests.socket_client import SocketClient

SignIn = Callable[..., str]
Customers = Callable[..., Widget]


@pytest.fixture(scope="session")
def sentence() -> Sentence:
    """The sentences of domain.yml and the catalogues, without Rasa."""
    domain = yaml.load((ROOT / "domain.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    texts = Texts(read_responses(domain["responses"]), Catalogue.load(ROOT / "locales"))

    def say(response: str, locale: str | None) -> str:
        spoken = known_locale(locale) or language_of(locale) or "en"
        return Voice(texts, spoken, lambda name: None).say(response, {}).text

    return say


@pytest.fixture(scope="session")
def assets() -> Iterator[None]:
    """Each file is compressed once for all servers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Asset, "of", staticmethod(cache(Asset.of)))
        yield


@pytest.fixture
def web(loop: Loop, sentence: Sentence, assets: None) -> Iterator[Web]:
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
