"""What every answer of the public port says to browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.channels.web.harness import Web
    from tests.bot.site.conftest import Page

PATHS = ("/", "/embed", "/widget.js", "/site.css", "/live", "/ready", "/nothing", "/socket.io/")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_secured(page: Page, path: str) -> None:
    headers = page(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_pages_run_nothing_of_others(web: Web, page: Page, path: str) -> None:
    policy = page(path).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    host = web.url.removeprefix("http://")
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"'self' ws://{host} wss://{host}",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_pages_keep_to_that(page: Page, path: str, locale: str) -> None:
    html = page(f"{path}?locale={locale}").text.lower()
    for inline in ("<style", " style=", " onclick=", " onload=", "javascript:"):
        assert inline not in html
    assert html.count("<script") == html.count('<script type="module" src="/') + html.count(
        '<script src="/'
    )


@pytest.mark.parametrize("path", ["/widget.js", "/live", "/nothing"])
def test_only_pages_have_a_policy(page: Page, path: str) -> None:
    assert "Content-Security-Policy" not in page(path).headers
