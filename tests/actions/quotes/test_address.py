from __future__ import annotations

import pytest

from actions.quotes.address import secure_address


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com",
        "https://api.example.com/base",
        "http://127.0.0.1:8085",
        "http://[::1]:8085",
        "http://localhost",
    ],
)
def test_tls_and_this_machine(url: str) -> None:
    assert secure_address(f"{url}/") == url


@pytest.mark.parametrize(
    "url",
    [
        "http://billing.example.com",
        "http://127.0.0.1.example.com:80",
        "http://localhost:x@example.com",
        "https://user:secret@example.com",
        "ftp://127.0.0.1",
        "https://",
        "https://example.com?key=1",
        "https://example.com#x",
        "127.0.0.1:8085",
        "http://[::1",
        "",
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError):
        secure_address(url)
