"""No secret leaves this machine in the clear."""

from __future__ import annotations

import pytest

from bot.confidential import confidential


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://chat.example.com/", "https://chat.example.com"),
        ("https://example.com:8443/bot", "https://example.com:8443/bot"),
        ("http://127.0.0.1:5080", "http://127.0.0.1:5080"),
        ("http://localhost/", "http://localhost"),
        ("http://[::1]:5080", "http://[::1]:5080"),
    ],
)
def test_https_or_this_machine(url: str, known: str) -> None:
    assert confidential(url) == known


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://", "chat.example.com", "http://chat.example.com", "ftp://127.0.0.1"),
        *("http://127.0.0.1.example.com", "https://chat.example.com?key=1"),
        *("https://user:word@example.com", "https://chat.example.com:port", "https://a b.com"),
        *("https://[::1", "https://chat.example.com#key"),
    ],
)
def test_nothing_else(url: str) -> None:
    assert confidential(url) is None
