"""Alive, and able to answer: each question is asked of the store itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.site.probes import Probes
from tests.bot.channels.conftest import NOW, new_engine

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web
    from tests.bot.site.conftest import Page


class Agent:
    def __init__(self, ready: Any) -> None:
        self._ready = ready

    def is_ready(self) -> bool:
        if isinstance(self._ready, Exception):
            raise self._ready
        return bool(self._ready)


@pytest.mark.parametrize(
    ("ready", "trouble"),
    [(True, None), (False, "no model"), (RuntimeError("where the model is"), "RuntimeError")],
)
def test_the_trouble_is_a_word(ready: Any, trouble: str | None) -> None:
    assert Probes(Agent(ready), new_engine(), lambda: NOW).trouble() == trouble


def test_a_store_that_fails_is_trouble(web: Web) -> None:
    probes = Probes(Agent(True), web.engine, web.time)
    with web.broken_store():
        assert probes.trouble() == "OperationalError"
    assert probes.trouble() is None


def test_live_and_ready(page: Page) -> None:
    assert page("/live").json() == {"status": "live"}
    answer = page("/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


def test_not_ready_without_a_word_about_the_inside(web: Web, page: Page) -> None:
    with web.broken_store():
        answer = page("/ready")
        assert (answer.status_code, answer.json()) == (503, {"status": "not ready"})
        assert page("/live").status_code == 200
    assert page("/ready").status_code == 200
