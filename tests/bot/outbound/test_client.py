"""Requests leave as they were described, and whatever comes back is an answer or a reason to wait."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.outbound.client import Client
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import TryAgain
from bot.run.ports import free_ports
from tests.bot.loop import Loop

Handler = Any


@contextmanager
def api(loop: Loop, handler: Handler) -> Iterator[str]:
    (port,) = free_ports(1)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()

    loop.run(start())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        loop.run(runner.cleanup())


def send(loop: Loop, post: Post, seconds: float = 5.0) -> Answer:
    async def sent() -> Answer:
        client = Client(seconds)
        try:
            return await client.send(post)
        finally:
            await client.close()

    return loop.run(sent())


async def echo(request: web.Request) -> web.Response:
    said = {
        "method": request.method,
        "path": request.path_qs,
        "type": request.content_type,
        "token": request.headers.get("Authorization"),
        "body": (await request.text()),
    }
    return web.json_response(said, status=201, headers={"X-Left": "7"})


def test_a_json_value(loop: Loop) -> None:
    with api(loop, echo) as url:
        post = Post(f"{url}/a?b=1", json={"text": "été"}, headers={"Authorization": "Bearer x"})
        answer = send(loop, post)
    assert answer.status == 201
    assert answer.headers["x-left"] == "7"
    assert answer.body["method"] == "POST"
    assert answer.body["path"] == "/a?b=1"
    assert answer.body["type"] == "application/json"
    assert answer.body["token"] == "Bearer x"
    assert answer.body["body"] == '{"text": "\\u00e9t\\u00e9"}'


def test_a_form(loop: Loop) -> None:
    with api(loop, echo) as url:
        answer = send(loop, Post(url, form={"Body": "é & è"}))
    assert answer.body["type"] == "application/x-www-form-urlencoded"
    assert answer.body["body"] == "Body=%C3%A9+%26+%C3%A8"


def test_a_question(loop: Loop) -> None:
    with api(loop, echo) as url:
        answer = send(loop, Post(url, method="GET"))
    assert (answer.body["method"], answer.body["body"]) == ("GET", "")


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe", b"[" * 20_000])
def test_a_body_that_is_no_json_is_none(loop: Loop, body: bytes) -> None:
    async def odd(_: web.Request) -> web.Response:
        return web.Response(status=502, body=body)

    with api(loop, odd) as url:
        assert send(loop, Post(url)) == Answer(502, send(loop, Post(url)).headers, None)


def test_a_body_in_pieces_is_read_whole(loop: Loop) -> None:
    async def slowly(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for piece in (b'{"ok":', b" ", b"true}"):
            await response.write(piece)
            await asyncio.sleep(0.01)
        return response

    with api(loop, slowly) as url:
        assert send(loop, Post(url)).body == {"ok": True}


def test_a_body_without_end_is_cut(loop: Loop) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(100):
            await response.write(b"x" * 10_000)
        return response

    with api(loop, endless) as url:
        assert send(loop, Post(url)).body is None


def test_a_redirection_is_not_followed(loop: Loop) -> None:
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=307, headers={"Location": "/there"})

    with api(loop, elsewhere) as url:
        assert send(loop, Post(f"{url}/here")).status == 307
    assert asked == ["/here"]


def test_no_cookie_is_kept(loop: Loop) -> None:
    cookies: list[str | None] = []

    async def bake(request: web.Request) -> web.Response:
        cookies.append(request.headers.get("Cookie"))
        return web.Response(headers={"Set-Cookie": "a=b; Path=/"})

    async def twice(url: str) -> None:
        client = Client()
        for _ in range(2):
            await client.send(Post(url))
        await client.close()

    with api(loop, bake) as url:
        loop.run(twice(url.replace("127.0.0.1", "localhost")))
    assert cookies == [None, None]


def test_whom_nobody_can_reach_is_tried_again(loop: Loop) -> None:
    (port,) = free_ports(1)
    with pytest.raises(TryAgain) as raised:
        send(loop, Post(f"http://127.0.0.1:{port}/bot12345:secret/send"))
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_who_hangs_up_is_tried_again(loop: Loop) -> None:
    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    with api(loop, hang_up) as url, pytest.raises(TryAgain):
        send(loop, Post(f"{url}/secret"))


def test_who_is_slow_is_tried_again(loop: Loop) -> None:
    async def dream(_: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    with api(loop, dream) as url, pytest.raises(TryAgain):
        send(loop, Post(url), seconds=0.05)


def test_closing_what_was_never_opened(loop: Loop) -> None:
    loop.run(Client().close())
