"""A circuit breaker: a billing system that is down costs a customer no wait, and it no load.

Closed until `failures` in a row; then open for `seconds`; then half open: one probe goes through,
and how it ends closes or opens it again (Nygard, Release It!, "Circuit Breaker").
"""

from __future__ import annotations

import math
from collections.abc import Callable
from threading import Lock

from actions.quotes.port import UNAVAILABLE, QuoteError


class CircuitBreaker:
    """One a provider. Thread-safe; `monotonic` is in seconds."""

    def __init__(
        self, monotonic: Callable[[], float], failures: int = 5, seconds: float = 30.0
    ) -> None:
        self._monotonic, self._failures, self._seconds = monotonic, failures, seconds
        self._lock = Lock()
        self._in_a_row = 0
        self._open_until: float | None = None
        self._code = UNAVAILABLE
        self._probing = False

    def enter(self) -> None:
        """Before a request, which `succeeded` or `failed` must follow. Raises QuoteError if open,
        with the code and the wait that opened it.
        """
        with self._lock:
            if self._open_until is None:
                return
            left = self._open_until - self._monotonic()
            if left > 0 or self._probing:
                raise QuoteError(self._code, max(1, math.ceil(left)))
            self._probing = True

    def succeeded(self) -> None:
        with self._lock:
            self._in_a_row, self._open_until, self._probing = 0, None, False

    def failed(self) -> None:
        with self._lock:
            self._in_a_row += 1
            if self._probing or self._in_a_row >= self._failures:
                self._open(self._seconds, UNAVAILABLE)

    def hold(self, seconds: float, code: str) -> None:
        """The provider itself said how long to stay away."""
        with self._lock:
            self._open(seconds, code)

    def _open(self, seconds: float, code: str) -> None:
        until = self._monotonic() + seconds
        # A request that was under way must not cut short a longer wait.
        if self._open_until is None or until >= self._open_until:
            self._open_until, self._code = until, code
        self._probing = False
