"""Calls are heard between answers, and no answer waits for another."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

from bot.channels.pace import Pace

ANSWERS = 50


async def begun_before_a_call_is_heard(begin: Callable[[], Awaitable[None]]) -> int:
    """How many answers have begun when a byte is read that came while the first was made."""
    begun = heard_after = 0
    ours, theirs = socket.socketpair()
    heard = asyncio.Event()

    def hear() -> None:
        nonlocal heard_after
        heard_after = begun
        asyncio.get_running_loop().remove_reader(ours)
        heard.set()

    async def answer() -> None:
        nonlocal begun
        await begin()
        if begun == 0:
            theirs.send(b"x")
        begun += 1

    with ours, theirs:
        asyncio.get_running_loop().add_reader(ours, hear)
        await asyncio.gather(*(answer() for _ in range(ANSWERS)), heard.wait())
    assert begun == ANSWERS
    return heard_after


async def at_once() -> None:
    """As it would be without a pace."""


def test_a_call_is_heard_before_the_others_begin() -> None:
    assert asyncio.run(begun_before_a_call_is_heard(Pace().begin)) <= 2
    assert asyncio.run(begun_before_a_call_is_heard(at_once)) == ANSWERS


def test_an_answer_that_takes_long_keeps_none_back() -> None:
    async def scenario() -> None:
        pace, done = Pace(), asyncio.Event()

        async def slow() -> None:
            await pace.begin()
            await done.wait()

        waiting = asyncio.create_task(slow())
        await asyncio.wait_for(pace.begin(), 5)
        await asyncio.wait_for(pace.begin(), 5)
        done.set()
        await waiting

    asyncio.run(scenario())


def test_one_that_is_given_up_keeps_none_back() -> None:
    async def scenario() -> None:
        pace = Pace()
        given_up = [asyncio.create_task(pace.begin()) for _ in range(3)]
        await asyncio.sleep(0)
        for task in given_up:
            task.cancel()
        await asyncio.wait_for(pace.begin(), 5)
        assert all(task.cancelled() for task in given_up)

    asyncio.run(scenario())
