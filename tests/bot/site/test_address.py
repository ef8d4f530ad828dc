"""The client's address: what proxies that we trust say, and nothing that a client says itself."""

from __future__ import annotations

import pytest

from bot.site.address import client_address, networks

PROXIES = networks("10.0.0.0/8, 2001:db8:1::/48, 127.0.0.1")
CLIENT = "203.0.113.7"


@pytest.mark.parametrize(
    ("listed", "count"),
    [("", 0), (" , ", 0), ("10.0.0.1", 1), ("10.0.0.1/8", 1), (" ::1 ,10.0.0.0/8", 2)],
)
def test_networks_are_listed(listed: str, count: int) -> None:
    assert len(networks(listed)) == count


@pytest.mark.parametrize("listed", ["localhost", "10.0.0.0/33", "10.0.0", "10.0.0.1 10.0.0.2", "*"])
def test_what_is_no_network_raises(listed: str) -> None:
    with pytest.raises(ValueError, match=r"does not appear to be|is not permitted|must be"):
        networks(listed)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        pytest.param(CLIENT, "", CLIENT, id="without a proxy"),
        pytest.param("10.0.0.1", CLIENT, CLIENT, id="one proxy"),
        pytest.param("10.0.0.1", f"{CLIENT}, 10.2.2.2", CLIENT, id="two proxies"),
        pytest.param("10.0.0.1", f" {CLIENT} ,, 10.2.2.2 , ", CLIENT, id="untidy"),
        pytest.param("10.0.0.1", "", "10.0.0.1", id="a proxy's own"),
        pytest.param("10.0.0.1", "10.0.0.2", "10.0.0.2", id="from inside"),
        pytest.param("127.0.0.1", "2001:db8::5", "2001:db8::5", id="IPv6 client"),
        pytest.param("2001:db8:1::1", f"{CLIENT}, 2001:db8:1::2", CLIENT, id="IPv6 proxies"),
        pytest.param("2001:db8:2::1", CLIENT, "2001:db8:2::1", id="IPv6, not trusted"),
    ],
)
def test_the_client_is_the_last_who_is_no_proxy(peer: str, forwarded: str, client: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == client


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        pytest.param(CLIENT, "198.51.100.1", CLIENT, id="not through a proxy"),
        pytest.param("10.0.0.1", f"198.51.100.1, {CLIENT}", CLIENT, id="through a proxy"),
        pytest.param("10.0.0.1", f"10.9.9.9, {CLIENT}", CLIENT, id="as if it were a proxy"),
        pytest.param("10.0.0.1", f"127.0.0.1, {CLIENT}, 10.2.2.2", CLIENT, id="through two"),
        pytest.param("11.0.0.1", "10.0.0.1", "11.0.0.1", id="as the proxy"),
    ],
)
def test_nobody_says_another_address(peer: str, forwarded: str, client: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == client


def test_without_trust_the_header_is_nothing() -> None:
    assert client_address("10.0.0.1", CLIENT, ()) == "10.0.0.1"


@pytest.mark.parametrize(
    "garbage", ["x", "unknown", "10.0.0.1:80", "[::1]", "é", "10.0.0.256", "\x00"]
)
def test_garbage_is_an_address_that_nobody_trusts(garbage: str) -> None:
    assert client_address("10.0.0.1", f"{CLIENT}, {garbage}", PROXIES) == garbage
    assert client_address(garbage, CLIENT, PROXIES) == garbage
    assert client_address("", CLIENT, PROXIES) == ""
