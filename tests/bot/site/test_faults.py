"""What is no HTTP, sent by anybody: the log holds its exception's type, and nothing of it."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator

import pytest
from aiohttp import web
from prometheus_client import REGISTRY

from bot.run.ports import free_ports
from bot.site.server import Site
from tests.bot.loop import Loop

SECRET = "my card is 4111 1111 1111 1111"
HEAD = b"POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"


@pytest.fixture
def port(loop: Loop) -> Iterator[int]:
    async def read(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    async def fail(_: web.Request) -> web.Response:
        raise ValueError(SECRET)

    app = web.Application()
    app.add_routes([web.post("/read", read), web.get("/fail", fail)])
    (free,) = free_ports(1)
    site = Site(app, "127.0.0.1", free)
    loop.run(site.start())
    yield free
    loop.run(site.stop())


def send(port: int, *pieces: bytes) -> bytes:
    """The answer, once it has hung up."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for piece in pieces:
            client.sendall(piece)
        return b"".join(iter(lambda: client.recv(1000), b""))


def malformed() -> float:
    return REGISTRY.get_sample_value("prorata_refused_total", {"reason": "malformed"}) or 0.0


@pytest.mark.parametrize(
    "request_bytes",
    [HEAD + SECRET.encode() + b"\r\n", f"{SECRET}\r\n\r\n".encode()],
    ids=["a chunk", "a request"],
)
def test_what_is_no_http_is_counted_and_not_quoted(
    port: int, request_bytes: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = malformed()
    assert send(port, request_bytes).startswith(b"HTTP/1.0 400 ")
    assert malformed() == before + 1
    (record,) = logged(caplog)
    assert record.getMessage().startswith("A request failed: Bad")
    assert "4111" not in caplog.text and record.exc_info is None


def test_a_handler_that_fails_is_no_malformed_request(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    before = malformed()
    send(port, b"GET /fail HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    (record,) = logged(caplog)
    assert record.getMessage().startswith("A request failed: ValueError at test_faults.py:")
    assert "4111" not in caplog.text and record.exc_info is None
    assert malformed() == before


def logged(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.name == "aiohttp.server"]
