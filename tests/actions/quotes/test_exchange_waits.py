"""A billing system that is busy, slow or down: how long it is waited for, and when it is left alone."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from actions.quotes.exchange import Exchange
from actions.quotes.limits import Limits, Timing
from tests.actions.loopback import Behaviour, Peer, answer, drip, silence
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.refused import failure

ExchangeWith = Callable[..., Exchange]
QUICK = Limits(connect=0.2, read=0.2, budget=0.5)


@pytest.mark.parametrize("status", [429, 503])
def test_a_wait_within_the_budget_is_waited(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, clocks: Clocks, status: int
) -> None:
    busy = peer(answer(status=status, body={}, Retry_After="2"), answer(body={"id": 1}))
    assert exchange_with(busy.url).get("/") == {"id": 1}
    assert clocks.pauses == [2.0]


@pytest.mark.parametrize(("status", "code"), [(429, "rate-limited"), (503, "upstream-unavailable")])
@pytest.mark.parametrize(
    "wait", [{"Retry_After": "120"}, {"Retry_After": "Sun, 22 Nov 2026 17:02:00 GMT"}]
)
def test_a_longer_wait_is_told_and_kept(
    peer: Callable[..., Peer],
    clocks: Clocks,
    status: int,
    code: str,
    wait: dict[str, str],
) -> None:
    """Nobody asks again before that time, whoever it is."""
    busy = peer(answer(status=status, body={}, **wait), answer(body={"id": 1}))
    client = client_of(busy.url, timing=clocks.timing)
    assert failure(lambda: Exchange(client).get("/")) == (code, 120)
    clocks.seconds += 60
    assert failure(lambda: Exchange(client).get("/")) == (code, 60)
    assert (len(busy.received), clocks.pauses) == (1, [])
    clocks.seconds += 60
    assert Exchange(client).get("/") == {"id": 1}


def test_a_second_429_tells_the_wait(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    busy = peer(answer(status=429, body={}, Retry_After="2"))
    assert failure(lambda: exchange_with(busy.url).get("/")) == ("rate-limited", 2)
    assert len(busy.received) == 2


def test_a_429_without_a_time_is_not_repeated(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    busy = peer(answer(status=429, body={}))
    assert failure(lambda: exchange_with(busy.url).get("/")) == ("rate-limited", None)
    assert len(busy.received) == 1


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(silence, id="silence"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", 0.02), id="slow headers"),
        pytest.param(
            drip(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", b" ", 0.02), id="slow body"
        ),
    ],
)
def test_it_cannot_hang(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, behaviour: Behaviour
) -> None:
    """Two tries, and all of it within the budget."""
    stuck = peer(behaviour)
    started = time.monotonic()
    exchange = exchange_with(stuck.url, timing=Timing(), limits=QUICK)
    assert failure(lambda: exchange.get("/")) == ("upstream-unavailable", None)
    assert time.monotonic() - started < QUICK.budget + 0.3
    assert len(stuck.received) <= 2


def test_nothing_is_sent_once_the_budget_is_spent(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, clocks: Clocks
) -> None:
    calm = peer(answer(body={}))
    exchange = exchange_with(calm.url)
    clocks.seconds += 6
    assert failure(lambda: exchange.get("/")) == ("upstream-unavailable", None)
    assert calm.received == []


def test_nobody_listens(exchange_with: ExchangeWith) -> None:
    assert failure(lambda: exchange_with("http://127.0.0.1:1").get("/")) == (
        "upstream-unavailable",
        None,
    )


def test_a_provider_that_is_down_is_left_alone(peer: Callable[..., Peer], clocks: Clocks) -> None:
    down = peer(answer(status=500, body={}))
    client = client_of(down.url, timing=clocks.timing)
    for _ in range(5):
        assert failure(lambda: Exchange(client).get("/")) == ("upstream-unavailable", None)
    assert failure(lambda: Exchange(client).get("/")) == ("upstream-unavailable", 30)
    assert len(down.received) == 5


def test_refusals_say_nothing_against_a_provider(peer: Callable[..., Peer], clocks: Clocks) -> None:
    strict = peer(answer(status=404, body={"code": "subscription-not-found"}))
    client = client_of(strict.url, timing=clocks.timing)
    for _ in range(20):
        assert failure(lambda: Exchange(client).get("/")) == ("subscription-not-found", None)
