"""What every route refuses: other pages, forged cookies, bodies that are no JSON object."""

from __future__ import annotations

import json
import socket
import zlib
from typing import Any
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
import requests
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.desk.accounts import Accounts, Agent
from bot.desk.http import BODY_LIMIT, DOOR, Door, forget, keep, token_of
from bot.desk.sessions import DeskSessions
from bot.site.address import networks
from tests.bot.desk.conftest import OTHER_PASSWORD, PASSWORD, Desk, Time

TLS = {"X-Forwarded-Proto": "https"}


def refused(response: requests.Response) -> tuple[int, str]:
    """Always JSON with one code, and never cached."""
    assert response.headers["Content-Type"].startswith("application/json")
    assert response.headers["Cache-Control"] == "no-store"
    (code,) = response.json().values()
    return response.status_code, code


def post(desk: Desk, body: Any, **headers: str) -> requests.Response:
    given = {"Content-Type": "application/json", **headers}
    return desk.send("POST", "/desk/api/login", data=body, headers=given)


@pytest.fixture
def session(sessions: DeskSessions, camille: Agent) -> tuple[str, str]:
    """The cookie as the browser sends it, and the CSRF token."""
    begun = sessions.begin(camille)
    return f"prorata-desk={begun.token}", begun.csrf


def test_the_cookie_alone_reads(desk: Desk, session: tuple[str, str], camille: Agent) -> None:
    cookie, csrf = session
    response = desk.me(cookie)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert response.json()["csrf"] == csrf
    assert desk.send("HEAD", "/desk/api/me", headers={"Cookie": cookie}).status_code == 200


@pytest.mark.parametrize(
    "cookie",
    [
        *("", "x=y", "prorata-desk=", "prorata-desk=forged", "prorata-desk=' OR 1=1 --"),
        *(f"prorata-desk={'x' * 7_000}", "prorata-desk=é", 'prorata-desk="\\303"', ";;;===,,,"),
    ],
)
def test_no_cookie_or_a_forged_one_is_nobody(desk: Desk, camille: Agent, cookie: str) -> None:
    assert refused(desk.me(cookie.encode().decode("latin-1"))) == (401, "unauthenticated")


@pytest.mark.parametrize("seconds", [3600, 12 * 3600])
def test_an_old_cookie_is_nobodys(
    desk: Desk, session: tuple[str, str], time: Time, seconds: float
) -> None:
    time.move(seconds)
    assert refused(desk.me(session[0])) == (401, "unauthenticated")


def test_a_stolen_cookie_changes_nothing_without_its_csrf_token(
    desk: Desk, session: tuple[str, str], sessions: DeskSessions, camille: Agent
) -> None:
    cookie, csrf = session
    another = sessions.begin(camille).csrf
    for wrong in ("", "x", another, csrf[:-1], csrf + "0", csrf.upper(), "é", "x" * 7_000):
        response = desk.logout(cookie, **{"X-CSRF-Token": wrong.encode().decode("latin-1")})
        assert refused(response) == (403, "csrf")
    assert refused(desk.logout(cookie)) == (403, "csrf")
    assert desk.me(cookie).status_code == 200
    assert desk.logout(cookie, **{"X-CSRF-Token": csrf}).status_code == 204


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1", "http://[", "é"],
)
def test_another_page_gets_nothing_even_with_cookie_and_token(
    desk: Desk, session: tuple[str, str], origin: str
) -> None:
    cookie, csrf = session
    headers = {"Origin": origin.encode().decode("latin-1")}
    assert refused(desk.me(cookie, **headers)) == (403, "cross-origin")
    response = desk.logout(cookie, **{"X-CSRF-Token": csrf}, **headers)
    assert refused(response) == (403, "cross-origin")
    assert refused(desk.login("camille", PASSWORD, **headers)) == (403, "cross-origin")
    assert desk.me(cookie, Origin=desk.url).status_code == 200


def test_behind_tls_a_page_without_it_is_another(desk: Desk, session: tuple[str, str]) -> None:
    cookie = session[0].replace("prorata-desk", "__Host-prorata-desk")
    assert refused(desk.me(cookie, Origin=desk.url, **TLS)) == (403, "cross-origin")
    secure = desk.url.replace("http://", "https://")
    assert desk.me(cookie, Origin=secure, **TLS).status_code == 200


def test_a_disabled_agents_session_ends_at_once(
    desk: Desk, session: tuple[str, str], accounts: Accounts, camille: Agent
) -> None:
    accounts.disable(camille.id)
    assert refused(desk.me(session[0])) == (401, "unauthenticated")
    accounts.enable(camille.id)
    assert refused(desk.me(session[0])) == (401, "unauthenticated")


def test_a_new_password_ends_the_sessions(
    desk: Desk, session: tuple[str, str], accounts: Accounts, camille: Agent
) -> None:
    accounts.set_password(camille.id, OTHER_PASSWORD)
    assert refused(desk.me(session[0])) == (401, "unauthenticated")


def test_over_tls_only_the_cookie_that_nobody_between_can_set(
    desk: Desk, session: tuple[str, str]
) -> None:
    assert refused(desk.me(session[0], **TLS)) == (401, "unauthenticated")
    both = f"{session[0]}; __Host-prorata-desk=forged"
    assert refused(desk.me(both, **TLS)) == (401, "unauthenticated")
    assert refused(desk.me(both)) == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("proxies", "told", "peer", "secure"),
    [
        ("10.0.0.0/8", "https", "10.0.0.1", True),
        ("10.0.0.0/8", "HTTPS, http", "10.0.0.1", True),
        ("10.0.0.0/8", "http", "10.0.0.1", False),
        ("10.0.0.0/8", "https", "192.0.2.1", False),
        ("10.0.0.0/8", "https", "no address", False),
        ("", "https", "10.0.0.1", False),
    ],
)
def test_a_trusted_proxy_alone_says_that_it_is_tls(
    sessions: DeskSessions, proxies: str, told: str, peer: str, secure: bool
) -> None:
    request = asked(sessions, proxies, {"X-Forwarded-Proto": told}, peer)
    response = web.Response()
    keep(request, response, "token")
    (name,) = response.cookies
    assert name == ("__Host-prorata-desk" if secure else "prorata-desk")


def test_our_own_tls_counts_as_such(sessions: DeskSessions) -> None:
    request = asked(sessions, "", {"Cookie": "prorata-desk=a"}, "192.0.2.1", sslcontext=Mock())
    assert token_of(request) is None
    request = asked(sessions, "", {"Cookie": "__Host-prorata-desk=a"}, "192.0.2.1")
    assert token_of(request) == "a"


@pytest.mark.parametrize(("told", "secure"), [("https", True), ("http", False)])
def test_a_cookie_is_kept_and_forgotten_as_browsers_want_it(
    sessions: DeskSessions, told: str, secure: bool
) -> None:
    request = asked(sessions, "10.0.0.1", {"X-Forwarded-Proto": told}, "10.0.0.1")
    kept, gone = web.Response(), web.Response()
    keep(request, kept, "token")
    forget(request, gone)
    name = "__Host-prorata-desk" if secure else "prorata-desk"
    flags = "HttpOnly; Path=/; SameSite=Strict" + ("; Secure" if secure else "")
    assert kept.cookies.output(header="").strip() == f"{name}=token; {flags}"
    assert gone.cookies.output(header="").strip() == (
        f'{name}=""; {flags.replace("; Path", "; Max-Age=0; Path")}'
    )


def asked(
    sessions: DeskSessions, proxies: str, headers: dict[str, str], peer: str, **more: Any
) -> web.Request:
    app = web.Application()
    app[DOOR] = Door(sessions, networks(proxies))
    request = make_mocked_request("GET", "/desk/api/me", headers=headers, app=app, **more)
    return request.clone(remote=peer)


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"true", b"1", b"1e999", b'"text"', b"[]", b'[{"login": "a"}]', b"{"),
        *(b"NaN", b"\xff\xfe", b"\x00", b'{"login": "\xc3"}', b"[" * 20_000, b"9" * 20_000),
        b'{"login"',
    ],
)
def test_a_body_that_is_no_object_is_refused(desk: Desk, body: bytes) -> None:
    assert refused(post(desk, body)) == (400, "invalid-request")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "text/json", "", "x"]
)
def test_a_form_or_text_is_no_json(desk: Desk, kind: str, camille: Agent) -> None:
    """What a page of another origin may send without asking first (Fetch, 2.2.2)."""
    body = json.dumps({"login": "camille", "password": PASSWORD})
    assert refused(post(desk, body, **{"Content-Type": kind})) == (415, "not-json")


def test_a_body_is_at_most_32_kb(desk: Desk) -> None:
    room = BODY_LIMIT - len(json.dumps({"login": ""}))
    assert refused(post(desk, json.dumps({"login": "x" * room}))) == (400, "invalid-request")
    assert refused(post(desk, json.dumps({"login": "x" * (room + 1)}))) == (413, "too-large")
    chunks = iter([b"x" * 10_000] * 5)
    assert refused(post(desk, chunks)) == (413, "too-large")


def test_a_small_body_that_would_unpack_to_a_large_one_is_not_unpacked(desk: Desk) -> None:
    bomb = zlib.compress(b"[" * 10_000_000)
    assert len(bomb) < BODY_LIMIT
    assert post(desk, bomb, **{"Content-Encoding": "deflate"}).status_code == 400  # and not 413


def test_a_body_that_cannot_be_unpacked_breaks_nothing(desk: Desk) -> None:
    response = post(desk, b"not compressed at all", **{"Content-Encoding": "gzip"})
    assert response.status_code == 400
    assert post(desk, b"{}").status_code == 400


def test_a_request_that_is_cut_off_breaks_nothing(desk: Desk) -> None:
    address = urlsplit(desk.url)
    with socket.create_connection((address.hostname, address.port), 10) as peer:
        head = "POST /desk/api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        peer.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
    assert post(desk, b"{}").status_code == 400
