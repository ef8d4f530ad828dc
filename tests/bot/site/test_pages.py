"""The public pages in the reader's language, and the widget's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

from bot.site.pages import PAGES, WIDGET

if TYPE_CHECKING:
    from tests.bot.site.conftest import Page


def language(response: requests.Response) -> str:
    assert response.status_code == 200
    (found,) = (lang for lang in ("en", "fr") if f'<html lang="{lang}' in response.text)
    return found


@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        *(("fr", "fr"), ("fr-CA", "fr"), ("fr_FR", "fr"), ("FR", "fr"), ("fr-BE", "fr")),
        *(("en", "en"), ("en-GB", "en"), ("de", "en"), ("", "en"), ("x" * 500, "en")),
    ],
)
def test_the_language_that_is_asked_for(page: Page, path: str, asked: str, found: str) -> None:
    assert language(page(f"{path}?locale={asked}")) == found


@pytest.mark.parametrize(
    ("accepted", "found"),
    [
        *(("fr", "fr"), ("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("en-CA,fr;q=0.9", "en")),
        *(("de-DE, de;q=0.9, fr;q=0.8, en;q=0.7", "fr"), ("de", "en"), ("*", "en")),
        *(("", "en"), (",;q=,", "en"), ("fr ; q=1", "fr")),
    ],
)
def test_the_language_that_the_browser_prefers(page: Page, accepted: str, found: str) -> None:
    response = page("/", **{"Accept-Language": accepted})
    assert language(response) == found
    assert response.headers["Vary"] == "Accept-Encoding, Accept-Language"


def test_what_is_asked_for_wins(page: Page) -> None:
    assert language(page("/?locale=en", **{"Accept-Language": "fr"})) == "en"
    assert language(page("/?locale=de", **{"Accept-Language": "fr"})) == "fr"


@pytest.mark.parametrize(
    "name",
    [
        *(file.name for file in WIDGET.iterdir() if file.is_file()),
        *(file.name for file in PAGES.iterdir() if file.is_file() and file.suffix != ".html"),
    ],
)
def test_every_file_may_be_loaded_by_other_pages(page: Page, name: str) -> None:
    response = page(f"/{name}")
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in response.headers
    etag = {"If-None-Match": response.headers["ETag"]}
    assert page(f"/{name}", **etag).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/index.en.html",
            "/pages.py",
            "/../settings.py",
            "/%2e%2e/settings.py",
            "/dist/widget.js",
        ),
        *("/.env", "/metrics", "/webhooks/terminal/messages", "/model/parse", "/version"),
    ],
)
def test_there_is_nothing_else(page: Page, path: str) -> None:
    assert page(path).status_code == 404
