from __future__ import annotations

import pytest

from actions.quotes.breaker import CircuitBreaker
from actions.quotes.port import QuoteError


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def breaker(seconds: Seconds) -> CircuitBreaker:
    return CircuitBreaker(seconds, failures=3, seconds=30.0)


def fail(breaker: CircuitBreaker, times: int = 1) -> None:
    for _ in range(times):
        breaker.enter()
        breaker.failed()


def refused(breaker: CircuitBreaker) -> tuple[str, int | None]:
    with pytest.raises(QuoteError) as refusal:
        breaker.enter()
    return refusal.value.code, refusal.value.retry_after


def test_failures_in_a_row_open_it(breaker: CircuitBreaker, seconds: Seconds) -> None:
    fail(breaker, 3)
    assert refused(breaker) == ("upstream-unavailable", 30)
    seconds.now += 12.5
    assert refused(breaker) == ("upstream-unavailable", 18)


def test_a_success_between_them_starts_the_count_again(breaker: CircuitBreaker) -> None:
    fail(breaker, 2)
    breaker.enter()
    breaker.succeeded()
    fail(breaker, 2)
    breaker.enter()


def test_a_single_probe_goes_through_and_closes_it(
    breaker: CircuitBreaker, seconds: Seconds
) -> None:
    fail(breaker, 3)
    seconds.now += 30
    breaker.enter()
    assert refused(breaker) == ("upstream-unavailable", 1)
    breaker.succeeded()
    breaker.enter()
    breaker.enter()


def test_a_failed_probe_opens_it_again(breaker: CircuitBreaker, seconds: Seconds) -> None:
    fail(breaker, 3)
    seconds.now += 30
    fail(breaker)
    assert refused(breaker) == ("upstream-unavailable", 30)
    seconds.now += 30
    breaker.enter()


def test_it_holds_for_as_long_as_the_provider_asked(
    breaker: CircuitBreaker, seconds: Seconds
) -> None:
    breaker.enter()
    breaker.hold(90.0, "rate-limited")
    assert refused(breaker) == ("rate-limited", 90)
    seconds.now += 90
    breaker.enter()


def test_a_request_under_way_does_not_cut_the_hold_short(breaker: CircuitBreaker) -> None:
    for _ in range(4):
        breaker.enter()
    breaker.hold(90.0, "rate-limited")
    for _ in range(3):
        breaker.failed()
    assert refused(breaker) == ("rate-limited", 90)
