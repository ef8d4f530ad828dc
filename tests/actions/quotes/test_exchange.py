"""Each trap of a billing system's HTTP, served by a peer on loopback."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from actions.quotes.client import Refusal
from actions.quotes.exchange import Exchange
from actions.quotes.limits import Limits
from tests.actions.loopback import Behaviour, Peer, answer, cut, reset
from tests.actions.quotes.conftest import Clocks, client_of
from tests.actions.quotes.refused import failure

ExchangeWith = Callable[..., Exchange]
KEYED = {"Idempotency-Key": "one-key-for-this-quote"}
QUICK = Limits(connect=0.2, read=0.2, budget=0.5)


def problem(status: int, code: str, **headers: str) -> Behaviour:
    return answer(status=status, body={"code": code}, **headers)


def test_the_answer_decoded(peer: Callable[..., Peer], exchange_with: ExchangeWith) -> None:
    calm = peer(answer(body={"data": []}), answer(status=201, body={"id": "q_1"}))
    exchange = exchange_with(calm.url)
    assert exchange.get("/v1/products", {"limit": "100"}) == {"data": []}
    assert exchange.post("/v1/quotes", json={"seats": 3}, headers=KEYED) == {"id": "q_1"}
    assert [(sent.method, sent.target) for sent in calm.received] == [
        ("GET", "/v1/products?limit=100"),
        ("POST", "/v1/quotes"),
    ]
    assert len({sent.headers["X-Request-Id"] for sent in calm.received}) == 1


def test_questions_have_ids_of_their_own(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    calm = peer(answer(body={}))
    for _ in range(2):
        exchange_with(calm.url).get("/")
    assert len({sent.headers["X-Request-Id"] for sent in calm.received}) == 2


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(answer(content=b"<html>Welcome</html>", Content_Type="text/html"), id="html"),
        pytest.param(answer(content=b'{"due_now": "887.'), id="truncated JSON"),
        pytest.param(answer(content=b'{"due_now": NaN}'), id="NaN"),
        pytest.param(answer(content=b"null"), id="null"),
        pytest.param(answer(content=b""), id="nothing"),
        pytest.param(answer(status=204, content=b""), id="no content"),
        pytest.param(answer(status=302, body={}, Location="http://127.0.0.1:1/"), id="redirect"),
        pytest.param(answer(status=304, body={}), id="not modified"),
        pytest.param(answer(content=b" " * 300_000 + b"{}"), id="too long"),
        pytest.param(answer(status=500, body={"code": "invalid-quantity"}), id="500"),
        pytest.param(answer(status=404, content=b"<html>"), id="404 in HTML"),
        pytest.param(answer(status=400, body=["code"]), id="400 without a code"),
    ],
)
def test_nonsense_is_no_price_and_is_not_asked_for_twice(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, behaviour: Behaviour
) -> None:
    odd = peer(behaviour)
    assert failure(lambda: exchange_with(odd.url).get("/")) == ("upstream-unavailable", None)
    assert len(odd.received) == 1


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 422])
def test_a_refusal_keeps_its_code_and_is_final(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, status: int
) -> None:
    strict = peer(problem(status, "nothing-to-prorate"))
    ask = exchange_with(strict.url)
    assert failure(lambda: ask.post("/", json={}, headers=KEYED)) == ("nothing-to-prorate", None)
    assert len(strict.received) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(answer(status=502, content=b"<html>"), id="502"),
        pytest.param(problem(503, "upstream-unavailable"), id="503"),
        pytest.param(answer(status=504, body={}), id="504"),
        pytest.param(reset, id="reset"),
        pytest.param(cut(b""), id="hung up"),
        pytest.param(cut(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), id="cut short"),
        pytest.param(cut(b"\x16\x03\x01 not HTTP at all\r\n\r\n"), id="no HTTP"),
        pytest.param(answer(content=b"not packed", Content_Encoding="gzip"), id="bad gzip"),
    ],
)
def test_trouble_on_the_way_is_tried_once_more_with_the_same_key(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, clocks: Clocks, trouble: Behaviour
) -> None:
    shaky = peer(trouble, answer(status=201, body={"id": "q_1"}))
    assert exchange_with(shaky.url).post("/", json={"n": 1}, headers=KEYED) == {"id": "q_1"}
    first, second = shaky.received
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"]
    assert first.headers["X-Request-Id"] == second.headers["X-Request-Id"]
    assert first.body == second.body
    assert clocks.pauses == [0.125]


def test_a_second_failure_is_the_last(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    down = peer(answer(status=503, body={}))
    assert failure(lambda: exchange_with(down.url).get("/")) == ("upstream-unavailable", None)
    assert len(down.received) == 2


def test_what_could_do_harm_twice_is_sent_once(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    down = peer(answer(status=503, body={}))
    exchange = exchange_with(down.url)
    assert failure(lambda: exchange.post("/", json={})) == ("upstream-unavailable", None)
    assert len(down.received) == 1
    assert failure(lambda: exchange.post("/", json={}, preview=True))
    assert len(down.received) == 3


def test_an_adapter_may_ask_for_a_second_try(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    locked = peer(answer(status=409, body={}), answer(body={"id": 1}))
    exchange = exchange_with(locked.url, refusals=lambda status, body: Refusal("locked", True))
    assert exchange.get("/") == {"id": 1}


def test_what_cannot_be_sent_is_our_own_fault(
    peer: Callable[..., Peer], exchange_with: ExchangeWith
) -> None:
    calm = peer(answer(body={}))
    exchange = exchange_with(calm.url)
    assert failure(lambda: exchange.get("/", headers={"X-Id": "a\r\nb: c"})) == (
        "invalid-request",
        None,
    )
    assert calm.received == []


def test_a_bug_of_ours_leaves_the_breaker_usable(peer: Callable[..., Peer], clocks: Clocks) -> None:
    calm = peer(answer(body={"id": 1}))
    client = client_of(calm.url, timing=clocks.timing)
    client.breaker.hold(30, "upstream-unavailable")
    clocks.seconds += 30
    with pytest.raises(TypeError):  # the single probe
        Exchange(client).post("/", json={1, 2}, headers=KEYED)
    clocks.seconds += 30
    assert Exchange(client).get("/") == {"id": 1}


def test_the_log_has_ids_and_neither_keys_nor_contents(
    peer: Callable[..., Peer], exchange_with: ExchangeWith, caplog: pytest.LogCaptureFixture
) -> None:
    shaky = peer(
        reset, answer(body={"secret": "of-the-customer"}, Request_Id="req_of_the_provider")
    )
    with caplog.at_level(logging.DEBUG):
        exchange_with(shaky.url).get("/accounts/acct_42", {"q": "acct_42"})
    failed, answered = _ours(caplog)
    request_id = shaky.received[0].headers["X-Request-Id"]
    assert f"request_id={request_id}" in failed
    assert "outcome=ConnectionError" in failed
    assert "outcome=200" in answered
    assert "provider_request_id=req_of_the_provider" in answered
    told = " ".join(_ours(caplog))
    for private in ("the-key-of-the-service", "of-the-customer", "acct_42"):
        assert private not in told


def _ours(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith("actions")]
