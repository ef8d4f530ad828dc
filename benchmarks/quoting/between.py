"""A billing system's address that passes everything on to the real one, and notes how long each
answer took.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import requests

from bot.run.ports import HOST

_NOT_PASSED_ON = ("connection", "host", "content-length", "transfer-encoding", "accept-encoding")


class Between(ThreadingHTTPServer):
    """`seconds` are of the requests since it was last emptied, by whoever reads it."""

    daemon_threads = True

    def __init__(self, real: str) -> None:
        super().__init__((HOST, 0), _Passing)
        self.real = real
        self.seconds: list[float] = []
        self.session = requests.Session()
        self.session.trust_env = False

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}"

    @contextmanager
    def serving(self) -> Iterator[None]:
        thread = Thread(target=self.serve_forever, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            thread.join()
            self.server_close()


class _Passing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body in one packet, at once.
    wbufsize = -1
    disable_nagle_algorithm = True

    server: Between

    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def log_message(self, *_: Any) -> None:
        """Nothing."""

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in _NOT_PASSED_ON}
        begun = time.perf_counter()
        answer = self.server.session.request(
            self.command, self.server.real + self.path, data=body, headers=headers, timeout=10
        )
        self.server.seconds.append(time.perf_counter() - begun)
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)
        self.wfile.flush()
