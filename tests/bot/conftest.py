"""What the suites of `bot/` share: a loop, and HTTP servers on loopback that answer
exactly as a test says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from tests.bot.loop import Loop


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    body: Any


# A status and a body: bytes as they are, anything else as JSON.
Answer = tuple[int, Any]
Answering = Callable[[Callable[[Asked], Answer]], str]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """`answering(lambda asked: (200, {...}))` starts a server and gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Callable[[Asked], Answer]) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(answer))
        server.daemon_threads = True
        servers.append(server)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def _handler(answer: Callable[[Asked], Answer]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            asked = json.loads(self.rfile.read(length)) if length else None
            status, said = answer(Asked(self.path, dict(self.headers), asked))
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if body is not said:
                self.send_header("Content-Type", "application/json")
            if 300 <= status < 400:
                self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


@pytest.fixture(scope="session")
def several_sanic_servers() -> Iterator[None]:
    """Sanic 21.12 rewrites its own methods at the first start and cannot read them at the second."""
    from sanic.touchup import TouchUp

    rewrite = TouchUp.run

    def rewrite_once(app: Any) -> None:
        methods = [getattr(target, name) for target, name in TouchUp._registry]
        # What was rewritten was compiled under its own name.
        if not any(m.__code__.co_filename == m.__name__ for m in methods):
            rewrite(app)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TouchUp, "run", staticmethod(rewrite_once))
        yield


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    running = Loop()
    yield running
    running.stop()
