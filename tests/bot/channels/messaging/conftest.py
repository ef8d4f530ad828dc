"""One loop for the suite, a fresh server for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.channels.messaging import registry
from bot.channels.messaging.platform import Capabilities
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.channels.messaging.toy import FakeToy, Kit
from tests.bot.loop import Loop


@pytest.fixture
def toy_can() -> Capabilities:
    """What the toy platform can show: parametrize it for another."""
    return Capabilities(text=200, choices=3, choice_title=20, links=True)


@pytest.fixture
def toy(toy_can: Capabilities, monkeypatch: pytest.MonkeyPatch) -> FakeToy:
    monkeypatch.setattr(registry, "KITS", (Kit(toy_can),))
    return FakeToy()


@pytest.fixture
def chat(loop: Loop, toy: FakeToy) -> Iterator[Chat]:
    with serving(loop, toy) as running:
        yield running
