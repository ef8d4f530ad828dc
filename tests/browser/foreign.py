"""Another company's site: pages of one's own on another port, which is another origin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from bot.run.ports import HOST

_TYPES = {"js": "text/javascript"}


@dataclass
class Site:
    """`pages` are HTML by path, or a script where the path ends so."""

    origin: str
    pages: dict[str, str] = field(default_factory=dict)


@contextmanager
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            page = served.pages.get(path)
            self.send_response(404 if page is None else 200)
            kind = _TYPES.get(path.rpartition(".")[2], "text/html")
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((HOST, 0), Handler)
    served = Site(f"http://{HOST}:{server.server_port}")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def page(body: str, language: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        '<link rel="icon" href="data:,"><title>Shop</title>'
        f"<body><h1>Shop</h1>{body}</body></html>"
    )
