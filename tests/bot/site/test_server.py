"""The socket's door: who may connect, from where, how many, and how much at once."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import requests
from aiohttp import WSServerHandshakeError

from bot.site.address import networks
from tests.bot.channels.web.harness import serving

if TYPE_CHECKING:
    from bot.channels.web.channel import Sentence
    from tests.bot.channels.web.harness import Web
    from tests.bot.loop import Loop


def status(web: Web, **headers: str) -> int:
    """101 where the connection is made."""
    try:
        web.widget(**headers)
    except WSServerHandshakeError as refused:
        return refused.status
    return 101


@pytest.mark.parametrize("origin", [None, "https://shop.example.com", "itself"])
def test_origins_that_may_connect(web: Web, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": web.url if origin == "itself" else origin}
    assert status(web, **headers) == 101


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1", "http://[", "file://"]
)
def test_others_may_not(web: Web, origin: str, caplog: pytest.LogCaptureFixture) -> None:
    assert status(web, Origin=origin) == 400
    assert status(web) == 101
    assert not [record for record in caplog.records if record.exc_info]


def test_one_address_has_so_many(loop: Loop, sentence: Sentence) -> None:
    with serving(loop, sentence, connections_an_address=2) as web:
        first, _ = web.widget(), web.widget()
        with pytest.raises(WSServerHandshakeError) as refused:
            web.widget()
        assert refused.value.status == 503
        assert refused.value.headers and refused.value.headers["Retry-After"] == "30"
        web.left_by(first)
        web.until(lambda: web.connected == 1)
        web.widget().join()


def test_all_together_have_so_many(loop: Loop, sentence: Sentence) -> None:
    proxies = networks("127.0.0.1")
    with serving(loop, sentence, connections=3, proxies=proxies) as web:
        for number in range(3):
            assert status(web, X_Forwarded_For=f"203.0.113.{number}") == 101
        assert status(web, X_Forwarded_For="203.0.113.9") == 503


def test_behind_a_proxy_the_address_is_the_clients(loop: Loop, sentence: Sentence) -> None:
    limits = {"connections_an_address": 1, "proxies": networks("127.0.0.1")}
    with serving(loop, sentence, **limits) as web:
        assert status(web, X_Forwarded_For="203.0.113.1") == 101
        assert status(web, X_Forwarded_For="203.0.113.1") == 503
        assert status(web, X_Forwarded_For="198.51.100.1, 203.0.113.1") == 503
        assert status(web, X_Forwarded_For="203.0.113.2") == 101
        assert {tab.address for tab in web.channel._connections._open.values()} == {
            *("203.0.113.1", "203.0.113.2")
        }


def test_without_one_a_client_cannot_choose_its_address(loop: Loop, sentence: Sentence) -> None:
    with serving(loop, sentence, connections_an_address=1) as web:
        assert status(web, X_Forwarded_For="203.0.113.1") == 101
        assert status(web, X_Forwarded_For="203.0.113.2") == 503


def test_a_second_header_line_counts_as_the_end_of_the_first(
    loop: Loop, sentence: Sentence
) -> None:
    """As some proxies add their own (RFC 9110, 5.3)."""
    limits = {"connections_an_address": 1, "proxies": networks("127.0.0.1")}
    with serving(loop, sentence, **limits) as web:
        assert status(web, X_Forwarded_For="203.0.113.1") == 101
        host, port = web.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=10) as client:
            client.sendall(
                b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n"
                b"X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 203.0.113.1\r\n\r\n"
            )
            assert client.recv(100).startswith(b"HTTP/1.1 503 ")


def test_a_packet_that_is_too_large_ends_that_connection_alone(
    web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    large, other = web.tab(), web.tab()
    large.send(f'42["user_uttered",{{"message":"{"a" * 64_000}"}}]')
    assert large.wait_closed() == 1009
    other.answer_to("one")
    assert "aaaa" not in caplog.text
    web.until(lambda: web.connected == 1)
    assert web.tab(session_id=large.token)


def test_a_long_message_below_that_is_only_too_long(web: Web) -> None:
    web.tab().answer_to("a" * 60_000)
    assert web.bot.heard[-1].told["problem"] == "too_long"


@pytest.mark.parametrize(
    "packet",
    [
        *("", "x", "4", "42", "42[]", "42{}", "425", "42[", "42null", "4999", "6", "7", "9"),
        *("40", "44{}", "43[]", "431[]", '42/other,["open",{}]', "40/other,", "4²", "é"),
        *('451-["user_uttered",{"_placeholder":true,"num":5}]', "45999-[]", "461-1[1]"),
        pytest.param(f'42["open",{"[" * 20_000}{"]" * 20_000}]', id="an abyss"),
    ],
)
def test_a_malformed_packet_concerns_nobody_else(web: Web, packet: str) -> None:
    strange, other = web.tab(), web.tab()
    strange.send(packet)
    with suppress(ConnectionResetError):  # the server may have hung up on it already
        strange.send('42["session_request",{"widget":1}]')
    other.answer_to("one")


def test_the_socket_is_not_compressed(web: Web) -> None:
    """It would keep 60 kB for each connection; our client asks for it as browsers do."""
    assert not web.widget().client.socket.compress


def test_polling_is_served_too(web: Web) -> None:
    opened = requests.get(f"{web.url}/socket.io/?EIO=4&transport=polling", timeout=10)
    assert opened.status_code == 200
    assert opened.text.startswith("0{")
    assert '"maxPayload":64000' in opened.text


def test_it_stops_with_widgets_open(loop: Loop, sentence: Sentence) -> None:
    before = time.monotonic()
    with serving(loop, sentence) as web:
        tab = web.tab()
        loop.run(web.site.stop())
        tab.wait_closed()
    assert time.monotonic() - before < 8
