"""The desk's page and its files, over HTTP and under the site's policy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from bot.desk.pages import PAGE
from tests.bot.desk.office import Office, serving
from tests.bot.loop import Loop

FILES = sorted(path.relative_to(PAGE).as_posix() for path in PAGE.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def office(loop: Loop) -> Iterator[Office]:
    with serving(loop) as office:
        yield office


def get(office: Office, path: str) -> requests.Response:
    return requests.get(office.url + path, timeout=10)


def test_the_page_is_served_under_a_strict_policy(office: Office) -> None:
    page = get(office, "/desk")
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "<script>" not in page.text


@pytest.mark.parametrize("path", [*FILES, "socket.io.js"])
def test_each_file_has_its_type(office: Office, path: str) -> None:
    response = get(office, f"/desk/{path}")
    assert response.status_code == 200
    kinds = {"js": "javascript", "css": "text/css", "html": "text/html"}
    assert kinds[path.rpartition(".")[2]] in response.headers["Content-Type"]


@pytest.mark.parametrize(
    "path",
    ["../api.py", "%2e%2e/api.py", "..%2fapi.py", "talk", "talk/", "nothing.js", "strings.de.json"],
)
def test_nothing_else_is_there(office: Office, path: str) -> None:
    assert get(office, f"/desk/{path}").status_code == 404


def test_the_texts_are_whole_in_both_languages(office: Office) -> None:
    english, french = (get(office, f"/desk/strings.{code}.json").json() for code in ("en", "fr"))
    assert set(english) == set(french)
    assert len(english) > 100
    assert not [name for name, text in {**english, **french}.items() if not text]
    assert english["sign_in"] != french["sign_in"]


@pytest.mark.parametrize("asked", ["fr-FR", "fr-CA", "en-CA", "x", "", "%00"])
def test_a_region_changes_no_language(office: Office, asked: str) -> None:
    texts = get(office, f"/desk/strings.fr.json?locale={asked}")
    assert texts.headers["Content-Type"].startswith("application/json")
    assert texts.json()["sign_in"] == get(office, "/desk/strings.fr.json").json()["sign_in"]
