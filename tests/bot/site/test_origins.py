"""Whose pages may open a socket."""

from __future__ import annotations

from typing import Any

import pytest

from bot.site.origins import is_allowed

NAMED = ("https://shop.example.com", "http://localhost:3000")
HERE: dict[str, Any] = {"HTTP_HOST": "bot.example.com:5080"}


@pytest.mark.parametrize(
    "origin",
    [
        None,
        *NAMED,
        "https://bot.example.com:5080",
        # Behind a proxy we do not know which scheme the browser used.
        "http://bot.example.com:5080",
    ],
)
def test_named_and_our_own_origins_are_allowed(origin: str | None) -> None:
    assert is_allowed(origin, HERE, NAMED)


@pytest.mark.parametrize(
    "origin",
    [
        *("", "null", "x", "https://", "https://evil.example", "bot.example.com:5080"),
        *("https://bot.example.com", "https://bot.example.com:5081"),
        *("https://bot.example.com:5080.evil.example", "https://evil.example/bot.example.com:5080"),
        *("https://evil.example@bot.example.com:5080", "https://bot.example.com:5080@evil.example"),
        *("http://shop.example.com", "https://shop.example.com:8443", "https://shop.example.com/"),
        *("https://shop.example.com.evil.example", "HTTPS://SHOP.EXAMPLE.COM"),
        "file://",
    ],
)
def test_others_are_not(origin: str) -> None:
    assert not is_allowed(origin, HERE, NAMED)
    assert not is_allowed(origin, {}, NAMED)


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "http://]", "https://a]b"])
def test_a_malformed_origin_is_not_allowed(origin: str) -> None:
    assert not is_allowed(origin, HERE, NAMED)
