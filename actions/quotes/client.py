"""HTTP to a billing system: bounded in time and size, and nothing leaks on the way.

Every line here is a trap that was measured: see the tests of the same name.
"""

from __future__ import annotations

import logging
import math
import random
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

import requests
import urllib3.exceptions

from actions.quotes.address import secure_address
from actions.quotes.breaker import CircuitBreaker
from actions.quotes.connection import hardened_session
from actions.quotes.port import RATE_LIMITED, UNAVAILABLE, QuoteError
from actions.quotes.reply import Reply

logger = logging.getLogger(__name__)

_RETRIED = frozenset({502, 503, 504})
_TOO_MANY = 429
_CHUNK = 16 * 1024

# The longest that the breaker stays open because the provider asked for it.
_LONGEST_HOLD = 3600.0

_BACK_OFF = 0.25


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes. `read` bounds one whole answer, `budget` one question with all its
    requests, waits and retries.
    """

    connect: float = 2.0
    read: float = 4.0
    budget: float = 6.0
    body: int = 256 * 1024


@dataclass(frozen=True)
class Timing:
    """The clocks and the dice, so that tests can turn them."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)
    pause: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random


@dataclass(frozen=True)
class Refusal:
    """What an error answer means: the contract's code, and whether asking again may help."""

    code: str
    again: bool = False


Refusals = Callable[[int, Any], Refusal]
"""Reads a 4xx: its status and its JSON, None where it has none."""


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    json: Any = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False


class BillingClient:
    """One a provider: its address, its key, its session and its breaker. Thread-safe."""

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
        self.name, self.base_url, self.refusals = name, secure_address(base_url), refusals
        self.limits, self.timing = limits or Limits(), timing or Timing()
        self.session = hardened_session(headers)
        self.breaker = CircuitBreaker(self.timing.monotonic)

    def exchange(self) -> Exchange:
        return Exchange(self)


class Exchange:
    """The requests of one question: they share its budget, which runs from now, and its id."""

    def __init__(self, client: BillingClient) -> None:
        self._client, self._timing = client, client.timing
        self._ends = self._timing.monotonic() + client.limits.budget
        self._request_id = uuid.uuid4().hex

    def left(self) -> float:
        """Seconds of the budget."""
        return self._ends - self._timing.monotonic()

    def get(
        self,
        path: str,
        query: Mapping[str, str | list[str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """The decoded answer of a 2xx; QuoteError for everything else."""
        return self._call(
            Request("GET", path, query=query or {}, headers=headers or {}, repeatable=True)
        )

    def post(
        self,
        path: str,
        *,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        preview: bool = False,
    ) -> Any:
        """As `get`. Sent a second time only as a `preview`, which changes nothing, or with an
        Idempotency-Key, which is then the same.
        """
        named = headers or {}
        repeatable = preview or "Idempotency-Key" in named
        return self._call(
            Request("POST", path, json=json, form=form, headers=named, repeatable=repeatable)
        )

    def _call(self, request: Request) -> Any:
        try:
            return self._attempt(request)
        except _Again as again:
            wait = again.wait
            if wait is None:
                wait = self._timing.jitter() * _BACK_OFF
            if not request.repeatable or wait >= self.left():
                raise again.error from None
        self._timing.pause(wait)
        try:
            return self._attempt(request)
        except _Again as again:
            raise again.error from None

    def _attempt(self, request: Request) -> Any:
        """One request. Raises _Again for what may go better a second time."""
        if self.left() <= 0:
            raise QuoteError(UNAVAILABLE)
        breaker = self._client.breaker
        breaker.enter()
        started = self._timing.monotonic()
        try:
            reply = self._send(request)
        except ValueError as failure:
            breaker.succeeded()  # it never left: the provider is not to blame
            self._log(request, type(failure).__name__, started)
            raise QuoteError("invalid-request") from None
        except (OSError, urllib3.exceptions.HTTPError) as failure:
            breaker.failed()
            self._log(request, type(failure).__name__, started)
            raise _Again(QuoteError(UNAVAILABLE)) from None
        except BaseException:
            breaker.failed()
            raise
        self._log(request, str(reply.status), started, reply.headers)
        return self._judged(reply)

    def _send(self, request: Request) -> Reply:
        limits, left = self._client.limits, self.left()
        with self._client.session.request(
            request.method,
            self._client.base_url + request.path,
            params=request.query,
            json=request.json,
            data=request.form,
            headers={"X-Request-Id": self._request_id, **request.headers},
            timeout=(min(limits.connect, left), min(limits.read, left)),
            allow_redirects=False,
            stream=True,
        ) as response:
            return Reply(response.status_code, response.headers, self._body(response))

    def _body(self, response: requests.Response) -> bytes:
        """What fits in the cap and one byte: unpacked in small steps, so a bomb stays small."""
        content = b""
        while len(content) <= self._client.limits.body and self.left() > 0:
            # read1 returns what has arrived, where iter_content waits for a full chunk.
            chunk = response.raw.read1(_CHUNK, decode_content=True)
            if not chunk:
                break
            content += chunk
        return content

    def _judged(self, reply: Reply) -> Any:
        breaker = self._client.breaker
        if reply.status != _TOO_MANY and reply.status < 500:
            breaker.succeeded()
            return self._decoded(reply)
        code = RATE_LIMITED if reply.status == _TOO_MANY else UNAVAILABLE
        wait = reply.retry_after(self._timing.now())
        if wait is None:
            breaker.failed()
            error = QuoteError(code)
            raise _Again(error) if reply.status in _RETRIED else error
        if wait >= self.left():
            breaker.hold(min(wait, _LONGEST_HOLD), code)
            raise QuoteError(code, math.ceil(wait))
        breaker.failed()
        raise _Again(QuoteError(code, math.ceil(wait)), wait)

    def _decoded(self, reply: Reply) -> Any:
        whole = len(reply.content) <= self._client.limits.body and self.left() > 0
        try:
            body = reply.json() if whole else None
        except ValueError:
            body = None
        if 400 <= reply.status:
            refusal = self._client.refusals(reply.status, body)
            error = QuoteError(refusal.code)
            raise _Again(error) if refusal.again else error
        if not 200 <= reply.status < 300 or body is None:
            raise QuoteError(UNAVAILABLE)  # a redirect may lead anywhere; nobody follows it
        return body

    def _log(
        self,
        request: Request,
        outcome: str,
        started: float,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Neither the path nor the query: they hold ids of customers."""
        logger.info(
            "provider=%s request_id=%s method=%s outcome=%s ms=%d provider_request_id=%s",
            self._client.name,
            self._request_id,
            request.method,
            outcome,
            (self._timing.monotonic() - started) * 1000,
            (headers or {}).get("Request-Id") or (headers or {}).get("X-Request-Id") or "-",
        )


class _Again(Exception):
    def __init__(self, error: QuoteError, wait: float | None = None) -> None:
        super().__init__(error.code)
        self.error, self.wait = error, wait
