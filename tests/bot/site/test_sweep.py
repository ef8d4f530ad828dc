"""What time ends, ends; whatever fails in a round, the next one comes."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.site import assembly
from bot.site.assembly import Public


@dataclass
class Parts:
    """Every part of the server; the one that is named in `failing` fails."""

    done: list[str] = field(default_factory=list)
    failing: str = ""

    def _note(self, what: str) -> None:
        self.done.append(what)
        if what == self.failing:
            raise OperationalError("", {}, Exception("disk full"))

    async def expire(self) -> None:
        self._note("expire")

    async def hang_up(self, idle_for: float) -> None:
        self._note("hang up")

    async def tick(self) -> None:
        self._note("tick")

    def resume(self) -> list[Coroutine[Any, Any, None]]:
        self._note("resume")
        return []

    async def start(self) -> None:
        self._note("start")

    async def stop(self) -> None:
        self._note("stop")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "_SWEEP_SECONDS", 0.0)
    monkeypatch.setattr(assembly, "_RESUME_EVERY", 2)


def run(parts: Parts, rounds: int) -> None:
    async def main() -> None:
        one: Any = parts
        public = Public(one, one, one, one, one)
        await public.start()
        while parts.done.count("tick") < rounds:
            await asyncio.sleep(0)
        await public.stop()

    asyncio.run(asyncio.wait_for(main(), 10))


def test_what_was_left_is_resumed_before_anybody_comes() -> None:
    parts = Parts()
    run(parts, 1)
    assert parts.done[:3] == ["resume", "resume", "start"]


def test_and_every_now_and_then() -> None:
    parts = Parts()
    run(parts, 5)
    assert parts.done.count("resume") == 2 + 2 * 2  # the reception, and messaging


@pytest.mark.parametrize("failing", ["expire", "hang up", "tick"])
def test_what_fails_keeps_nothing_else(failing: str) -> None:
    parts = Parts(failing=failing)
    run(parts, 4)
    assert {name: parts.done.count(name) >= 3 for name in ("expire", "hang up", "tick")} == {
        "expire": True,
        "hang up": True,
        "tick": True,
    }


def test_a_store_that_is_away_when_it_is_time_to_resume_ends_nothing() -> None:
    class Later(Parts):
        def resume(self) -> list[Coroutine[Any, Any, None]]:
            self.failing = "resume" if "start" in self.done else ""
            return super().resume()

    parts = Later()
    run(parts, 7)
    assert parts.done.count("resume") >= 2 + 3
