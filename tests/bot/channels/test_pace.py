"""Calls are heard between answers, and no answer waits for another."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.pace import Pace

ANSWERS = 50
CALL = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx"


async def begun_before_a_call_is_heard(begin: Callable[[], Awaitable[None]]) -> int:
    """How many answers have begun when a call is acknowledged that came while the first was made."""
    begun = heard_after = 0
    heard = asyncio.Event()

    async def acknowledge(request: web.Request) -> web.Response:
        nonlocal heard_after
        await request.read()
        heard_after = begun
        heard.set()
        return web.Response()

    async def answer(caller: socket.socket, address: tuple[str, int]) -> None:
        nonlocal begun
        await begin()
        if begun == 0:
            caller.connect(address)
            caller.sendall(CALL)
        begun += 1

    app = web.Application()
    app.router.add_post("/", acknowledge)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with socket.socket() as caller:
        answers = (answer(caller, runner.addresses[0]) for _ in range(ANSWERS))
        await asyncio.gather(*answers, heard.wait())
    await runner.cleanup()
    assert begun == ANSWERS
    return heard_after


async def at_once() -> None:
    """As it would be without a pace."""


def test_a_call_is_acknowledged_before_the_next_answer_begins() -> None:
    assert asyncio.run(begun_before_a_call_is_heard(Pace().begin)) == 1
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
