"""A peer on loopback that answers as badly as a test wants it to."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import parse_headers
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Received:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query)

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


class Gone(Exception):
    """The behaviour has closed the connection."""


Behaviour = Callable[[socket.socket, Received, threading.Event], None]
"""Answers one request; the event is set when the test is over."""


@dataclass
class Peer:
    url: str
    received: list[Received] = field(default_factory=list)
    connections: int = 0


def answer(
    status: int = 200, body: Any = None, content: bytes | None = None, **headers: str
) -> Behaviour:
    """A whole answer, JSON unless `content` says otherwise; `Retry_After="1"` is a header."""
    payload = json.dumps(body).encode() if content is None else content
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lines = {"Content-Type": "application/json", "Content-Length": str(len(payload)), **named}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    raw = f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + payload

    def behave(connection: socket.socket, received: Received, over: threading.Event) -> None:
        connection.sendall(raw)

    return behave


def drip(start: bytes, piece: bytes, every: float) -> Behaviour:
    """`start` at once, then one piece after the other for as long as the client listens."""

    def behave(connection: socket.socket, received: Received, over: threading.Event) -> None:
        connection.sendall(start)
        with suppress(OSError):
            while not over.wait(every):
                connection.sendall(piece)
        raise Gone

    return behave


def silence(connection: socket.socket, received: Received, over: threading.Event) -> None:
    over.wait(30)
    raise Gone


def reset(connection: socket.socket, received: Received, over: threading.Event) -> None:
    """RST instead of an answer: nothing of it is lingered for."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    connection.close()
    raise Gone


def cut(raw: bytes) -> Behaviour:
    """Sends `raw` and hangs up."""

    def behave(connection: socket.socket, received: Received, over: threading.Event) -> None:
        connection.sendall(raw)
        raise Gone

    return behave


@contextmanager
def listening(
    *behaviours: Behaviour, route: Callable[[Received], Behaviour] | None = None
) -> Iterator[Peer]:
    """Each request gets the next behaviour, and the last one again and again; or its `route`."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        peer = Peer(f"http://127.0.0.1:{server.getsockname()[1]}")

        def choose(received: Received) -> Behaviour:
            peer.received.append(received)
            if route is not None:
                return route(received)
            return behaviours[min(len(peer.received), len(behaviours)) - 1]

        def serve(connection: socket.socket) -> None:
            with connection, suppress(OSError, Gone), connection.makefile("rb") as stream:
                while line := stream.readline():
                    method, target, _ = line.decode().split(" ", 2)
                    headers = dict(parse_headers(stream).items())
                    body = stream.read(int(headers.get("Content-Length", 0)))
                    received = Received(method, target, headers, body)
                    choose(received)(connection, received, over)

        def accept() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    peer.connections += 1
                    threading.Thread(target=serve, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield peer
        finally:
            over.set()
            server.shutdown(socket.SHUT_RDWR)
