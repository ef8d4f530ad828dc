"""It passes on what it is asked, and knows how long the answer took."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
import requests

from benchmarks.quoting.between import Between


class _Echo(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        said = f"{self.path} {self.headers['X-Account-Id']} ".encode() + body
        self.send_response(201)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def real() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Echo)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_request_is_passed_on_and_noted(real: str) -> None:
    between = Between(real)
    with between.serving():
        answer = requests.post(
            f"{between.url}/v1/x?y=1", data=b"{}", headers={"X-Account-Id": "demo"}, timeout=10
        )
    assert (answer.status_code, answer.text) == (201, "/v1/x?y=1 demo {}")
    assert len(between.seconds) == 1 and between.seconds[0] > 0
