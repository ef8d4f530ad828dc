"""A billing system's address, key, session and breaker: sends one request, reads one answer.

Each bound here stands against a trap that was measured; the tests serve them one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from actions.quotes.address import secure_address
from actions.quotes.breaker import CircuitBreaker
from actions.quotes.connection import hardened_session
from actions.quotes.limits import Limits, Timing
from actions.quotes.reply import Reply

_CHUNK = 16 * 1024


@dataclass(frozen=True)
class Refusal:
    """What an error answer means: the contract's code, and whether asking again may help."""

    code: str
    again: bool = False


Refusals = Callable[[int, Any], Refusal]
"""Reads a 4xx: its status and its JSON, None where it has none."""


@dataclass(frozen=True)
class Request:
    """`repeatable`: sending it twice does no harm."""

    method: str
    path: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    json: Any = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False


class BillingClient:
    """One a provider. Thread-safe."""

    def __init__(
        self,
        name: str,
        base_url: str,
        headers: Mapping[str, str],
        refusals: Refusals,
        limits: Limits | None = None,
        timing: Timing | None = None,
    ) -> None:
        """ValueError for an address that is neither https:// nor on this machine."""
        self.name, self.refusals = name, refusals
        self.limits, self.timing = limits or Limits(), timing or Timing()
        self.breaker = CircuitBreaker(self.timing.monotonic)
        self._base_url = secure_address(base_url)
        self._session = hardened_session(headers)

    def send(self, request: Request, request_id: str, seconds: float) -> Reply:
        """Within `seconds`, once connected. Raises what requests and urllib3 raise: OSError,
        urllib3's HTTPError, or ValueError for what cannot be sent.
        """
        limits = self.limits
        with self._session.request(
            request.method,
            self._base_url + request.path,
            params=request.query,
            json=request.json,
            data=request.form,
            headers={"X-Request-Id": request_id, **request.headers},
            timeout=(min(limits.connect, seconds), min(limits.read, seconds)),
            allow_redirects=False,
            stream=True,
        ) as response:
            content = self._read(response)
            whole = len(content) <= limits.body
            return Reply(response.status_code, response.headers, content if whole else b"")

    def _read(self, response: requests.Response) -> bytes:
        """What fits in the cap and a little more: unpacked in small steps, so a bomb stays small."""
        content = b""
        while len(content) <= self.limits.body:
            # read1 returns what has arrived, where iter_content waits for a full chunk.
            chunk = response.raw.read1(_CHUNK, decode_content=True)
            if not chunk:
                break
            content += chunk
        return content
