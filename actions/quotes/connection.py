"""A `requests` session that nothing of its surroundings changes and no server can hold up.

The `read` timeout of `requests` starts again with every byte that arrives: a server that drips
one a second holds a thread for hours, headers included. Here it bounds the whole answer.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

# As many as the desk has threads: none waits for a connection (actions/quotes/desk.py).
POOL_SIZE = 8


def hardened_session(headers: Mapping[str, str]) -> requests.Session:
    """Without `~/.netrc` (which would replace our key), proxies, cookies, retries or plain text
    compression; TLS verified. Redirects are the caller's to refuse, request by request.
    """
    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.headers.clear()
    session.headers.update(
        {"User-Agent": "prorata", "Accept": "application/json", "Accept-Encoding": "identity"}
    )
    session.headers.update(headers)
    for scheme in ("https://", "http://"):
        session.mount(scheme, _BoundedAdapter(pool_maxsize=POOL_SIZE, max_retries=0))
    return session


class _BoundedFile(io.RawIOBase):
    """Reads a socket until `seconds` from now, however often it is read."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, seconds: float | None) -> None:
        super().__init__()
        self._raw, self._socket = raw, sock
        self._ends = None if seconds is None else time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._ends is not None:
            left = self._ends - time.monotonic()
            if left <= 0:
                raise TimeoutError("the whole answer took too long")
            self._socket.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _BoundedResponse(http.client.HTTPResponse):
    """urllib3 sets the socket's timeout to the read timeout right before it makes one."""

    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        raw = self.fp.detach()
        self.fp = io.BufferedReader(_BoundedFile(raw, sock, sock.gettimeout()))


class _Connection(HTTPConnection):
    response_class = _BoundedResponse


class _SecureConnection(HTTPSConnection):
    response_class = _BoundedResponse


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _BoundedAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
