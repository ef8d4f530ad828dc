"""What several suites share: the trained model and one running stack with a frozen clock."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sanic import Sanic

from bot.blas import tune
from bot.chat.client import BotClient
from bot.model import ready_model
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running

# Every amount in the dialogues is for this moment.
NOW = "2026-11-22T12:00:00-05:00"

ROOT = Path(__file__).resolve().parent.parent


# Machines are shared: how long an example takes proves nothing.
settings.register_profile(
    "shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", settings.get_profile("shared machine"), max_examples=20)
settings.load_profile("shared machine")

# A process may build the same application for several tests; Sanic refuses a name used twice.
Sanic.test_mode = True


def pytest_configure() -> None:
    """Before a test imports numpy: several suites run side by side, and each has one core."""
    tune(threads=1)


def pytest_sessionstart() -> None:
    """Collecting makes objects that all stay: to look for garbage among them takes a third longer."""
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Servers run on `loop`, an event loop in a thread: all that wait for them take long together."""
    for item in items:
        if _uses(item, "loop"):
            item.add_marker(pytest.mark.slow)
    _put_in_order(items)


def _uses(item: pytest.Item, fixture: str) -> bool:
    return fixture in getattr(item, "fixturenames", ())


def _put_in_order(items: list[pytest.Item]) -> None:
    """The first file has the model trained, while other processes run what needs neither it nor a
    server; then the rest. A file's tests stay together.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    first = next((item.path for item in items if _uses(item, "model")), None)
    items.sort(key=lambda item: (item.path != first, item.path in slow))


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the working tree; trained here when there is none."""
    return ready_model(lambda text: None)


@pytest.fixture(scope="session")
def running_stack(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Billing, actions and bot as real processes on free ports."""
    ours = stack(any_ports(), tmp_path_factory.mktemp("stack"), model, NOW)
    with running(ours, lambda text: None):
        yield ours


@pytest.fixture(scope="session")
def client(running_stack: Stack) -> BotClient:
    return BotClient(running_stack.bot.url, running_stack.token)


Talk = Callable[..., dict[str, Any]]


@pytest.fixture
def talk(client: BotClient) -> Talk:
    """`talk("hello", locale=…, account=…)`: one fresh conversation a test."""
    conversation = f"test-{uuid.uuid4().hex}"

    def say(text: Any, locale: str | None = None, account: str | None = None) -> dict[str, Any]:
        return client.send(conversation, text, locale, account)

    return say
