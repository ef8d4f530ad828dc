"""Every route of the desk is for agents who are signed in, from the desk's own page."""

from __future__ import annotations

import json
from typing import Any

import pytest
import requests

from tests.bot.desk.office import Browser, Office

BASE = "/desk/api/conversations/c-1"
READING = ("/desk/api/state", BASE)
ACTIONS = ("claim", "transfer", "hand_back", "close", "notes", "messages", "typing")
CHANGING = (*(f"{BASE}/{action}" for action in ACTIONS), "/desk/api/tickets/1")
ALL = [*(("GET", path) for path in READING), *(("POST", path) for path in CHANGING)]


@pytest.fixture
def camille(office: Office) -> Browser:
    return office.agent("camille")


def stored(office: Office) -> Any:
    with office.engine.connect() as connection:
        return list(connection.connection.iterdump())


def refused(response: requests.Response) -> tuple[int, str]:
    assert response.headers["Content-Type"].startswith("application/json")
    assert response.headers["Cache-Control"] == "no-store"
    (code,) = response.json().values()
    return response.status_code, code


def ask(office: Office, method: str, path: str, **headers: str) -> requests.Response:
    body = {"json": {"text": "x", "id": "1", "state": "done"}} if method == "POST" else {}
    return requests.request(method, office.url + path, headers=headers, timeout=10, **body)


def test_these_are_all_the_routes(office: Office) -> None:
    """Else one could be left out below."""
    known = {
        (
            route.method,
            route.resource.canonical.replace("{conversation}", "c-1").replace("{ticket}", "1"),
        )
        for route in office.app.router.routes()
        if route.resource is not None and route.resource.canonical.startswith("/desk/api/")
    }
    of_signing_in = {"login", "logout", "me", "audit"}
    ours = {
        (method, path)
        for method, path in known
        if path.rpartition("/")[2] not in of_signing_in and method != "HEAD"
    }
    assert ours == set(ALL)


@pytest.mark.parametrize(("method", "path"), ALL)
@pytest.mark.parametrize(
    "cookie", ["", "prorata-desk=forged", "prorata-widget=token", "session_id=eyJhbGciOiJIUzI1NiJ9"]
)
def test_a_customer_is_refused(office: Office, method: str, path: str, cookie: str) -> None:
    office.join("c-1")
    before = stored(office)
    response = ask(office, method, path, **({"Cookie": cookie} if cookie else {}))
    assert refused(response) == (401, "unauthenticated")
    assert stored(office) == before


@pytest.mark.parametrize(("method", "path"), ALL)
def test_who_has_signed_out_or_was_disabled_is_refused(
    office: Office, camille: Browser, method: str, path: str
) -> None:
    office.join("c-1")
    office.asked(lambda: office.accounts.disable(camille.agent.id))
    response = ask(office, method, path, Cookie=camille.cookie, **{"X-CSRF-Token": camille.csrf})
    assert refused(response) == (401, "unauthenticated")


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize("token", ["", "x", "another's"])
def test_without_the_sessions_csrf_token_nothing_is_changed(
    office: Office, camille: Browser, path: str, token: str
) -> None:
    office.join("c-1")
    if token == "another's":
        token = office.sign_in(camille.agent).csrf
    before = stored(office)
    headers = {"X-CSRF-Token": token} if token else {}
    response = ask(office, "POST", path, Cookie=camille.cookie, **headers)
    assert refused(response) == (403, "csrf")
    assert stored(office) == before


@pytest.mark.parametrize(("method", "path"), ALL)
def test_a_page_of_another_site_is_refused(
    office: Office, camille: Browser, method: str, path: str
) -> None:
    headers = {"X-CSRF-Token": camille.csrf, "Origin": "https://evil.example"}
    response = ask(office, method, path, Cookie=camille.cookie, **headers)
    assert refused(response) == (403, "cross-origin")


def test_an_administrator_is_an_agent_too(office: Office) -> None:
    boss = office.agent("boss", role="admin")
    office.join("c-1")
    assert boss.act("c-1", "claim").status_code == 200


@pytest.mark.parametrize(("method", "path"), ALL)
def test_no_answer_stays_in_a_cache(
    office: Office, camille: Browser, method: str, path: str
) -> None:
    office.join("c-1")
    response = ask(office, method, path, Cookie=camille.cookie, **{"X-CSRF-Token": camille.csrf})
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"].startswith("application/json")
    json.loads(response.content)
