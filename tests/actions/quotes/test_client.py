from __future__ import annotations

import gzip
import tracemalloc
from collections.abc import Callable
from decimal import Decimal

import pytest

from actions.quotes.client import Request
from actions.quotes.limits import Limits
from tests.actions.loopback import Peer, answer, cut
from tests.actions.quotes.conftest import client_of


def test_a_request_as_it_is_sent(peer: Callable[..., Peer]) -> None:
    calm = peer(answer(status=201, body={"price": "1.00"}, Retry_After="3"))
    client = client_of(f"{calm.url}/base/", headers={"X-Api-Key": "k"})
    request = Request(
        "POST", "/v1/x", query={"id": ["a", "b"]}, json={"n": 1}, headers={"Idempotency-Key": "i"}
    )
    reply = client.send(request, "r-1", 5)
    assert (reply.status, reply.json()) == (201, {"price": "1.00"})
    assert reply.headers["retry-after"] == "3"
    (sent,) = calm.received
    assert (sent.method, sent.path, sent.body) == ("POST", "/base/v1/x", b'{"n": 1}')
    assert sent.query == {"id": ["a", "b"]}
    assert sent.headers["X-Api-Key"] == "k"
    assert sent.headers["X-Request-Id"] == "r-1"
    assert sent.headers["Idempotency-Key"] == "i"


def test_a_form_as_it_is_sent(peer: Callable[..., Peer]) -> None:
    calm = peer(answer(body={}))
    client_of(calm.url).send(Request("POST", "/", form={"items[0][id]": "si_1"}), "r-1", 5)
    (sent,) = calm.received
    assert sent.form == {"items[0][id]": "si_1"}
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_a_redirect_is_not_followed_and_no_key_leaks(peer: Callable[..., Peer]) -> None:
    elsewhere = peer(answer(body={"due_now": "0.01"}))
    moved = peer(answer(status=307, body={}, Location=f"{elsewhere.url}/steal"))
    client = client_of(moved.url, headers={"X-Api-Key": "secret", "Authorization": "Bearer s"})
    assert client.send(Request("GET", "/"), "r-1", 5).status == 307
    assert elsewhere.received == []


def test_a_long_body_is_dropped(peer: Callable[..., Peer]) -> None:
    long = peer(answer(content=b'"' + b"x" * 5000 + b'"'))
    client = client_of(long.url, limits=Limits(body=4000))
    assert client.send(Request("GET", "/"), "r-1", 5).content == b""


def test_a_body_without_an_end_is_dropped(peer: Callable[..., Peer]) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    endless = peer(cut(head + b"1000\r\n" + b"x" * 4096 + b"\r\n" + b"1000\r\n" + b"x" * 4096))
    client = client_of(endless.url, limits=Limits(body=4000))
    assert client.send(Request("GET", "/"), "r-1", 5).content == b""


def test_compressed_answers_are_read_all_the_same(peer: Callable[..., Peer]) -> None:
    packed = gzip.compress(b'{"due_now": 887.67}')
    calm = peer(answer(content=packed, Content_Encoding="gzip"))
    reply = client_of(calm.url).send(Request("GET", "/"), "r-1", 5)
    assert reply.json() == {"due_now": Decimal("887.67")}


def test_a_gzip_bomb_stays_small(peer: Callable[..., Peer]) -> None:
    """64 MiB of zeros in 64 KiB."""
    bomb = peer(answer(content=gzip.compress(bytes(64 << 20)), Content_Encoding="gzip"))
    client = client_of(bomb.url)
    tracemalloc.start()
    try:
        assert client.send(Request("GET", "/"), "r-1", 5).content == b""
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 << 20


def test_only_secure_addresses() -> None:
    with pytest.raises(ValueError):
        client_of("http://billing.example.com")
