"""A platform's way out: its outbox is woken, and somebody is seen to write if it takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.channels.messaging.sending import PeerSender
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW


class World:
    def __init__(self) -> None:
        self.woken: list[str] = []
        self.typing: list[str] = []
        self.failure: Exception | None = None
        self.slept: list[float] = []
        self.go_on = asyncio.Event()
        this: Any = self
        self.sender = PeerSender(this, this, self._sleep)

    def wake(self, conversation: str) -> None:
        self.woken.append(conversation)

    async def show_typing(self, conversation: str) -> None:
        self.typing.append(conversation)
        if self.failure is not None:
            raise self.failure

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.go_on.wait()

    async def time_passes(self) -> None:
        self.go_on.set()
        await turns()
        self.go_on.clear()


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def play(test: Callable[[World], Awaitable[None]]) -> None:
    async def main() -> None:
        await test(World())

    asyncio.run(main())


def test_what_is_stored_wakes_the_outbox() -> None:
    async def test(world: World) -> None:
        await world.sender.send("c-1", [Entry(1, "c-1", NOW, "bot", {"text": "hi"})])
        await world.sender.apologise("c-1", "Désolé.")
        assert world.woken == ["c-1"]

    play(test)


def test_a_quick_answer_shows_nobody_typing() -> None:
    async def test(world: World) -> None:
        await world.sender.typing("c-1", on=True)
        await turns()
        await world.sender.typing("c-1", on=False)
        await world.time_passes()
        assert (world.slept, world.typing) == ([1.0], [])

    play(test)


def test_a_slow_one_does() -> None:
    async def test(world: World) -> None:
        await world.sender.typing("c-1", on=True)
        await world.sender.typing("c-2", on=True)
        await turns()
        await world.time_passes()
        assert world.typing == ["c-1", "c-2"]
        await world.sender.typing("c-1", on=False)

    play(test)


def test_an_agent_who_goes_on_typing_is_seen_again() -> None:
    async def test(world: World) -> None:
        for _ in range(3):
            await world.sender.typing("c-1", on=True)
        await turns()
        await world.time_passes()
        assert world.typing == ["c-1"]
        await world.sender.typing("c-1", on=True)
        await turns()
        await world.time_passes()
        assert world.typing == ["c-1", "c-1"]

    play(test)


def test_off_and_on_again() -> None:
    async def test(world: World) -> None:
        for on in (False, True, False, True):
            await world.sender.typing("c-1", on=on)
        await turns()
        await world.time_passes()
        assert world.typing == ["c-1"]

    play(test)


def test_a_failure_is_nobodys_trouble(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")

    async def test(world: World) -> None:
        world.failure = ValueError("https://api.example.com/bot-token/")
        await world.sender.typing("c-1", on=True)
        await turns()
        await world.time_passes()
        assert world.sender._typing == {}

    play(test)
    assert "ValueError" in caplog.text
    assert "token" not in caplog.text


def test_stopping() -> None:
    async def test(world: World) -> None:
        await world.sender.typing("c-1", on=True)
        await turns()
        await world.sender.stop()
        await world.time_passes()
        assert world.typing == []

    play(test)
