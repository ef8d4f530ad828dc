"""HTTP to a billing system: bounded in time and size, and nothing leaks on the way.

Why each line is there was measured: a `requests` timeout does not bound the total time, redirects
forward custom headers, `~/.netrc` replaces an explicit bearer key.
"""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from actions.quotes.port import QuoteError

logger = logging.getLogger(__name__)

UNAVAILABLE = "upstream-unavailable"

_RETRIED = frozenset({502, 503, 504})
_CHUNK = 16 * 1024


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes; `budget` covers both tries of one call."""

    connect: float = 2.0
    read: float = 4.0
    budget: float = 6.0
    body: int = 256 * 1024


class BillingClient:
    """One kept session a provider. Thread-safe for what is used of it."""

    def __init__(
        self,
        base_url: str,
        key: str,
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._base_url, self._limits, self._monotonic = base_url, limits or Limits(), monotonic
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {key}"
        adapter = HTTPAdapter(pool_maxsize=8, max_retries=0)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Any:
        return self._call("GET", path, None, headers or {})

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Any:
        """Only for requests that may be repeated: without side effects, or with a key."""
        return self._call("POST", path, body, headers or {})

    def _call(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Any:
        """The decoded answer of a 2xx; QuoteError for everything else."""
        deadline = self._monotonic() + self._limits.budget
        named = {"X-Request-Id": uuid.uuid4().hex, **headers}
        try:
            status, content = self._attempt(method, path, body, named, deadline)
        except _Retry:
            try:
                status, content = self._attempt(method, path, body, named, deadline)
            except _Retry as failed:
                logger.warning("billing %s: %s", named["X-Request-Id"], failed.reason)
                raise QuoteError(UNAVAILABLE) from None
        return _decoded(status, content)

    def _attempt(
        self, method: str, path: str, body: Any, headers: Mapping[str, str], deadline: float
    ) -> tuple[int, bytes]:
        left = deadline - self._monotonic()
        if left <= 0:
            raise QuoteError(UNAVAILABLE)
        try:
            with self._session.request(
                method,
                self._base_url + path,
                json=body,
                headers=dict(headers),
                timeout=(min(self._limits.connect, left), min(self._limits.read, left)),
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code in _RETRIED:
                    raise _Retry(str(response.status_code))
                return response.status_code, self._read(response, deadline)
        except requests.RequestException as failure:
            raise _Retry(type(failure).__name__) from None
        except OSError as failure:
            raise _Retry(type(failure).__name__) from None

    def _read(self, response: requests.Response, deadline: float) -> bytes:
        """The body, decoded, within the cap and the deadline; a drip of bytes ends it too."""
        content = b""
        while True:
            # read1 returns what has arrived, where iter_content waits for a full chunk.
            chunk = response.raw.read1(_CHUNK, decode_content=True)
            if not chunk:
                return content
            content += chunk
            if len(content) > self._limits.body or self._monotonic() > deadline:
                raise QuoteError(UNAVAILABLE)


class _Retry(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _decoded(status: int, content: bytes) -> Any:
    try:
        body = json.loads(content, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise QuoteError(UNAVAILABLE) from None
    if 200 <= status < 300:
        return body
    code = body.get("code") if isinstance(body, dict) else None
    raise QuoteError(code if isinstance(code, str) and status >= 400 else UNAVAILABLE)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)  # NaN and Infinity are no amounts
