"""What is posted to the sign-in page by whoever knows its address."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.channels.messaging.sign_ins import A_FEW, Booth, Posts, identity_of

if TYPE_CHECKING:
    from tests.bot.loop import Loop

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def booth() -> Booth:
    return Booth()


@pytest.fixture(scope="module")
def posts(loop: Loop, booth: Booth) -> Iterator[Posts]:
    with booth.serving(loop, proxies="127.0.0.1") as posts:
        yield posts


@pytest.fixture(autouse=True)
def fresh(booth: Booth) -> None:
    booth.time.pass_by(60)


def form(booth: Booth) -> dict[str, str]:
    identity = identity_of(booth.time, "demo-lyon")
    return {"chat": booth.offered(booth.person()), "identity": identity}


def send(posts: Posts, body: bytes, **headers: str) -> requests.Response:
    given = {"Content-Type": FORM} | {n.replace("_", "-"): v for n, v in headers.items()}
    return requests.post(posts.url, data=body, headers=given, timeout=10)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_it_is_for_posting(posts: Posts, method: str) -> None:
    assert requests.request(method, posts.url, timeout=10).status_code == 405


def test_a_form_it_is(booth: Booth, posts: Posts) -> None:
    assert send(posts, urlencode(form(booth)).encode()).status_code == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "a/b; charset=utf-16"])
def test_whatever_it_is_said_to_be(booth: Booth, posts: Posts, content_type: str) -> None:
    body = urlencode(form(booth)).encode()
    assert send(posts, body, Content_Type=content_type).status_code == 200


@pytest.mark.parametrize("twice", ["chat", "identity"])
def test_what_is_said_twice_counts_for_nothing(booth: Booth, posts: Posts, twice: str) -> None:
    given = form(booth)
    body = urlencode([*given.items(), (twice, given[twice])]).encode()
    assert send(posts, body).status_code == 403
    assert send(posts, urlencode(given).encode()).status_code == 200


def test_nor_is_a_form_with_many_fields_read(booth: Booth, posts: Posts) -> None:
    fields = [*form(booth).items(), *(("more", "x") for _ in range(20))]
    assert send(posts, urlencode(fields).encode()).status_code == 403


def test_what_is_in_the_address_counts_for_nothing(booth: Booth, posts: Posts) -> None:
    """Addresses are logged on the way."""
    assert requests.post(f"{posts.url}?{urlencode(form(booth))}", timeout=10).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"chat", id="a name"),
        pytest.param(b"&&&=&=", id="marks"),
        pytest.param(b"chat=%ff&identity=%ff", id="no text"),
        pytest.param(b"chat=\xff\xfe&identity=\x00", id="bytes"),
        pytest.param(b'{"chat": "x", "identity": "y"}', id="JSON"),
        pytest.param(b"&".join(b"x=1" for _ in range(20)), id="many fields"),
        pytest.param(b"identity=" + b"." * 60_000, id="dots"),
        pytest.param(b"identity=eyJhbGciOiJub25lIn0.e30.", id="unsigned"),
        pytest.param("identity=a.b.ć".encode("utf-16"), id="UTF-16"),
    ],
)
def test_garbage_is_refused(posts: Posts, body: bytes) -> None:
    assert send(posts, body).status_code == 403


@settings(
    max_examples=200,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=200), st.text("cahtidenyx=&%.0", max_size=60))
def test_any_garbage_is(booth: Booth, posts: Posts, body: bytes, marks: str) -> None:
    booth.time.pass_by(2)
    assert send(posts, body + marks.encode()).status_code == 403


def test_a_body_that_is_too_long_is_not_read(posts: Posts) -> None:
    assert send(posts, b"chat=" + b"x" * 64_001).status_code == 413


def test_one_that_would_grow_does_not(posts: Posts) -> None:
    """Nothing is unpacked: it is refused as what it is, and not as too long."""
    bomb = gzip.compress(b"chat=" + b"x" * 10_000_000)
    assert len(bomb) < 20_000
    assert send(posts, bomb, Content_Encoding="gzip").status_code == 403


def test_behind_a_proxy_each_client_has_its_own_rate(booth: Booth, posts: Posts) -> None:
    def send_from(address: str) -> int:
        return send(posts, b"", X_Forwarded_For=address).status_code

    assert 429 in [send_from("203.0.113.1") for _ in range(A_FEW.burst + 5)]
    assert send_from("203.0.113.1, 127.0.0.1") == 429
    assert send_from("1.2.3.4, 203.0.113.1") == 429
    assert send_from("203.0.113.2") == 403


def test_without_a_proxy_nobody_chooses_their_address(loop: Loop) -> None:
    with Booth().serving(loop) as posts:
        posts.use_up()
        for number in range(5):
            answer = send(posts, b"", X_Forwarded_For=f"203.0.113.{number}")
            assert answer.status_code == 429


@pytest.mark.parametrize("booth", [Booth(page=None), Booth(can_verify=False)])
def test_where_nobody_can_sign_in_there_is_no_page(loop: Loop, booth: Booth) -> None:
    with booth.serving(loop) as posts:
        assert posts.post().status_code == 404
