"""The requests of one question to a billing system: one budget, one request id, one retry."""

from __future__ import annotations

import logging
import math
import uuid
from collections.abc import Mapping
from typing import Any

import urllib3.exceptions

from actions.quotes.client import BillingClient, Request
from actions.quotes.port import RATE_LIMITED, UNAVAILABLE, QuoteError
from actions.quotes.reply import Reply

logger = logging.getLogger(__name__)

_RETRIED = frozenset({502, 503, 504})
_TOO_MANY = 429

# The longest that the breaker stays open because the provider asked for it.
_LONGEST_HOLD = 3600.0

# The first retry waits up to this many seconds, at random: a crowd does not come back at once.
_BACK_OFF = 0.25


class Exchange:
    """The budget, `Limits.budget`, runs from now; waits and retries come out of it."""

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
            reply = self._client.send(request, self._request_id, self.left())
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
        try:
            body = reply.json()
        except ValueError:
            body = None
        if reply.status >= 400:
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
            _their_request_id(headers or {}),
        )


def _their_request_id(headers: Mapping[str, str]) -> str:
    found = (headers.get(name) for name in ("Request-Id", "X-Request-Id"))
    return next((value[:64] for value in found if value), "-")


class _Again(Exception):
    def __init__(self, error: QuoteError, wait: float | None = None) -> None:
        super().__init__(error.code)
        self.error, self.wait = error, wait
