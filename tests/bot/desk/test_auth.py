"""Signing in and out over HTTP, as a browser and as an attacker."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import requests
import sqlalchemy as sa

from bot.desk.accounts import Accounts, Agent
from bot.desk.audit import Audit
from bot.desk.sessions import DeskSessions
from bot.store.tables import metadata
from tests.bot.desk.conftest import OTHER_PASSWORD, PASSWORD, Desk, Time, cookie_of

ANYTHING: tuple[Any, ...] = (None, True, 0, -1.5, 10**30, [], ["camille"], {}, {"$ne": None})


def outcome(response: requests.Response) -> tuple[int, dict[str, Any]]:
    return response.status_code, response.json()


def test_signed_in_until_signed_out(desk: Desk, camille: Agent) -> None:
    response = desk.login("camille", PASSWORD)
    told = {"id": camille.id, "name": "Camille", "role": "agent", "languages": ["en", "fr"]}
    csrf = response.json()["csrf"]
    assert outcome(response) == (200, {"agent": told, "csrf": csrf})
    cookie = cookie_of(response)
    assert outcome(desk.me(cookie)) == (200, {"agent": told, "csrf": csrf})
    gone = desk.logout(cookie, **{"X-CSRF-Token": csrf})
    assert (gone.status_code, gone.content) == (204, b"")
    assert cookie_of(gone) == 'prorata-desk=""'
    assert desk.me(cookie).status_code == 401
    assert desk.logout(cookie, **{"X-CSRF-Token": csrf}).status_code == 401


def test_the_cookie_is_for_this_site_and_no_script(desk: Desk, camille: Agent) -> None:
    plain = desk.login("camille", PASSWORD).headers["Set-Cookie"]
    assert plain.partition("; ")[2] == "HttpOnly; Path=/; SameSite=Strict"
    tls = desk.login("camille", PASSWORD, **{"X-Forwarded-Proto": "https"}).headers["Set-Cookie"]
    assert tls.startswith("__Host-prorata-desk=")
    assert tls.partition("; ")[2] == "HttpOnly; Path=/; SameSite=Strict; Secure"


def test_wrong_unknown_and_disabled_are_answered_alike(
    desk: Desk, accounts: Accounts, camille: Agent
) -> None:
    gone = accounts.add("gone", PASSWORD, name="Gone")
    accounts.disable(gone.id)
    answers = [
        desk.login(login, password)
        for login, password in (
            ("camille", OTHER_PASSWORD),
            ("nobody", PASSWORD),
            ("gone", PASSWORD),
            ("' OR '1'='1' --", PASSWORD),
            ("camille", "' OR '1'='1' --"),
            ("x" * 10_000, "x" * 10_000),
            ("\x00", "\ud800"),
            ("", ""),
        )
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert {answer.content for answer in answers} == {b'{"error": "unauthenticated"}'}
    headers = [dict(answer.headers, Date="") for answer in answers]
    assert all(one == headers[0] and "Set-Cookie" not in one for one in headers)


@pytest.mark.parametrize("login", ["camille", "nobody"])
def test_a_login_is_locked_whether_it_exists_or_not(
    desk: Desk, camille: Agent, time: Time, login: str
) -> None:
    for number in range(5):
        address = {"X-Forwarded-For": f"203.0.113.{number}"}
        assert desk.login(login, "wrong", **address).status_code == 401
    locked = desk.login(login, PASSWORD, **{"X-Forwarded-For": "198.51.100.7"})
    assert outcome(locked) == (429, {"error": "too-many-attempts"})
    assert locked.headers["Retry-After"] == "900"
    assert "Set-Cookie" not in locked.headers
    time.move(900)
    assert desk.login(login, PASSWORD).status_code == (200 if login == "camille" else 401)


def test_an_address_is_locked_for_every_login(desk: Desk, camille: Agent, time: Time) -> None:
    here, there = ({"X-Forwarded-For": one} for one in ("203.0.113.1", "198.51.100.7"))
    for number in range(30):
        assert desk.login(f"login-{number}", "wrong", **here).status_code == 401
        time.move(2)
    assert outcome(desk.login("camille", PASSWORD, **here))[0] == 429
    assert outcome(desk.login("camille", PASSWORD, **there))[0] == 200


def test_an_address_is_slowed_down_whatever_it_sends(desk: Desk, time: Time) -> None:
    statuses = [desk.login(None, None).status_code for _ in range(22)]
    assert statuses == [400] * 20 + [429] * 2
    time.move(2)
    assert [desk.login(None, None).status_code for _ in range(2)] == [400, 429]


def test_a_made_up_hop_is_no_other_address(desk: Desk, camille: Agent) -> None:
    for number in range(20):
        desk.login(None, None, **{"X-Forwarded-For": f"10.1.2.{number}, 203.0.113.1"})
    again = desk.login("camille", PASSWORD, **{"X-Forwarded-For": "10.1.2.99, 203.0.113.1"})
    assert again.status_code == 429


def test_json_of_every_type_is_no_login(desk: Desk, camille: Agent, time: Time) -> None:
    for value in ANYTHING:
        for login, password in ((value, PASSWORD), ("camille", value), (value, value)):
            time.move(2)
            assert outcome(desk.login(login, password)) == (400, {"error": "invalid-request"})
    assert desk.login("camille", PASSWORD).status_code == 200


def test_a_planted_session_does_not_survive_signing_in(
    desk: Desk, sessions: DeskSessions, camille: Agent, admin: Agent
) -> None:
    planted = sessions.begin(camille).token
    response = desk.login("boss", PASSWORD, Cookie=f"prorata-desk={planted}")
    assert planted not in cookie_of(response)
    assert sessions.of(planted) is None


def test_signing_out_ends_one_session_and_not_the_others(desk: Desk, camille: Agent) -> None:
    first, second = (desk.login("camille", PASSWORD) for _ in range(2))
    token = {"X-CSRF-Token": first.json()["csrf"]}
    assert desk.logout(cookie_of(second), **token).status_code == 403
    assert desk.logout(cookie_of(first), **token).status_code == 204
    assert desk.me(cookie_of(second)).status_code == 200


def test_the_audit_log_is_for_administrators(desk: Desk, camille: Agent, admin: Agent) -> None:
    def deeds(login: str, query: str = "") -> requests.Response:
        cookie = cookie_of(desk.login(login, PASSWORD))
        return desk.send("GET", f"/desk/api/audit{query}", headers={"Cookie": cookie})

    assert desk.send("GET", "/desk/api/audit").status_code == 401
    assert outcome(deeds("camille")) == (403, {"error": "forbidden"})
    status, told = outcome(deeds("boss"))
    assert status == 200
    assert [(one["agent"], one["action"]) for one in told["entries"]] == [
        (admin.id, "sign_in"),
        (camille.id, "sign_in"),
    ]
    assert told["entries"][0]["at"] == "2026-11-22T17:00:00.000+00:00"
    assert len(deeds("boss", "?limit=1").json()["entries"]) == 1


@pytest.mark.parametrize("limit", ["", "0", "-1", "1001", "x", "1.5", "²", "9" * 5_000])
def test_a_limit_is_a_number(desk: Desk, sessions: DeskSessions, admin: Agent, limit: str) -> None:
    cookie = f"prorata-desk={sessions.begin(admin).token}"
    given = {"headers": {"Cookie": cookie}, "params": {"limit": limit}}
    assert desk.send("GET", "/desk/api/audit", **given).status_code == 400


def test_everything_is_noted_and_failures_name_no_login(
    desk: Desk, audit: Audit, camille: Agent
) -> None:
    desk.login("my secret password", "x")
    desk.login("camille", "wrong")
    response = desk.login("camille", PASSWORD)
    desk.logout(cookie_of(response), **{"X-CSRF-Token": response.json()["csrf"]})
    deeds = [(deed.agent, deed.action, deed.detail) for deed in reversed(audit.recent(9))]
    assert deeds == [
        (None, "sign_in_failed", {"agent": None}),
        (None, "sign_in_failed", {"agent": camille.id}),
        (camille.id, "sign_in", {}),
        (camille.id, "sign_out", {}),
    ]


def test_no_password_or_token_is_logged_or_stored(
    desk: Desk, camille: Agent, engine: sa.engine.Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.login("camille", "a wrong password")
    desk.login("a login nobody has", PASSWORD)
    response = desk.login("camille", PASSWORD)
    token = cookie_of(response).partition("=")[2]
    csrf = response.json()["csrf"]
    desk.logout(cookie_of(response), **{"X-CSRF-Token": "wrong"})
    with engine.connect() as connection:
        stored = [
            str(row)
            for table in metadata.sorted_tables
            for row in connection.execute(sa.select(table))
        ]
    assert len(stored) > 4
    said = "\n".join([*stored, *(record.getMessage() for record in caplog.records)])
    secrets = ("a wrong password", "a login nobody has", PASSWORD, token, csrf)
    assert [secret for secret in secrets if secret in said] == []
