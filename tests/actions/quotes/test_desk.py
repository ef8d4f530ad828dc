from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from actions.clock import clock
from actions.quotes.desk import QuoteDesk, quote_desk
from actions.quotes.embedded import EmbeddedProvider
from actions.quotes.limits import Limits
from actions.quotes.port import Product, QuoteError, QuoteProvider
from tests.actions.conftest import NOW
from tests.actions.loopback import Peer, answer, silence
from tests.actions.quotes.conftest import client_of

PRODUCTS = {"data": [{"id": "revit", "name": "Revit", "prices": []}]}
REVIT = [Product("revit", "Revit", frozenset())]


def products(provider: QuoteProvider) -> list[Product]:
    return provider.products()


def desk_at(url: str, limits: Limits | None = None, **options: int) -> QuoteDesk:
    return QuoteDesk(client_of(url, limits=limits), EmbeddedProvider, clock(NOW), **options)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Questions that wait for it end with the test."""
    event = threading.Event()
    yield event
    event.set()


def test_a_question_is_answered_and_its_failure_raised(peer: Callable[..., Peer]) -> None:
    desk = desk_at(peer(answer(body=PRODUCTS), answer(status=404, body={"code": "x"})).url)
    assert asyncio.run(desk.ask(products)) == REVIT
    with pytest.raises(QuoteError):
        asyncio.run(desk.ask(products))
    assert desk.clock() == datetime.fromisoformat(NOW)


def test_a_provider_that_hangs_stops_no_other_conversation(peer: Callable[..., Peer]) -> None:
    """The event loop's own turns stay short meanwhile."""

    async def talk() -> float:
        asked = asyncio.gather(*(desk.ask(products) for _ in range(20)), return_exceptions=True)
        longest = 0.0
        while not asked.done():
            started = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - started)
        assert {type(outcome) for outcome in await asked} == {QuoteError}
        return longest

    desk = desk_at(peer(silence).url, Limits(connect=0.2, read=0.3, budget=0.6))
    started = time.monotonic()
    assert asyncio.run(talk()) < 0.3
    assert time.monotonic() - started < 1.5


def test_with_too_many_questions_the_next_is_refused_at_once(gate: threading.Event) -> None:
    async def talk() -> str:
        waiting = [asyncio.create_task(desk.ask(lambda _: gate.wait(5))) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(QuoteError) as refused:
            await desk.ask(products)
        gate.set()
        assert await asyncio.gather(*waiting) == [True] * 3
        assert await desk.ask(lambda _: "free again")  # the places came back
        return refused.value.code

    desk = desk_at("http://127.0.0.1:1", threads=2, waiting=1)
    assert asyncio.run(talk()) == "rate-limited"


def test_the_budget_ends_what_no_socket_bounds(gate: threading.Event) -> None:
    desk = desk_at("http://127.0.0.1:1", Limits(budget=0.1))
    with pytest.raises(QuoteError) as refused:
        asyncio.run(desk.ask(lambda _: gate.wait(5)))
    assert refused.value.code == "upstream-unavailable"


def test_the_environment_configures_one(
    peer: Callable[..., Peer], ask_at: Callable[[str], None]
) -> None:
    ask_at(peer(answer(body=PRODUCTS)).url)
    assert asyncio.run(quote_desk().ask(products)) == REVIT
    assert quote_desk() is quote_desk()
