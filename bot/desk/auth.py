"""Signing in to the desk and out of it (docs/handoff.md)."""

from __future__ import annotations

import re
import time
from typing import Any

from aiohttp import web

from bot.channels.limits import Buckets, Rate, Seconds
from bot.desk.accounts import Accounts, Agent
from bot.desk.audit import Audit, Deed
from bot.desk.http import (
    Refused,
    address_of,
    admin_only,
    forget,
    from_our_page,
    json_body,
    keep,
    signed_in,
    token_of,
)
from bot.desk.lockout import LockedOut, network_of
from bot.desk.sessions import DeskSessions, Signed

# A check costs 64 MiB for a moment; an office that starts its day is slower than this.
_AN_ADDRESS = Rate(burst=20, per_second=0.5)
_DEEDS, _MOST_DEEDS = 100, 1000
_LIMIT = re.compile(r"[0-9]{1,4}")


def routes(
    accounts: Accounts, sessions: DeskSessions, audit: Audit, seconds: Seconds = time.monotonic
) -> list[web.RouteDef]:
    """For an application that has a `DOOR` (bot/desk/http.py)."""
    auth = _Auth(accounts, sessions, audit, seconds)
    return [
        web.post("/desk/api/login", from_our_page(auth.login)),
        web.post("/desk/api/logout", signed_in(auth.logout)),
        web.get("/desk/api/me", signed_in(auth.me)),
        web.get("/desk/api/audit", admin_only(auth.deeds)),
    ]


class _Auth:
    def __init__(
        self, accounts: Accounts, sessions: DeskSessions, audit: Audit, seconds: Seconds
    ) -> None:
        self._accounts = accounts
        self._sessions = sessions
        self._audit = audit
        self._addresses = Buckets(_AN_ADDRESS, seconds)

    async def login(self, request: web.Request) -> web.Response:
        address = address_of(request)
        if not self._addresses.take(network_of(address)):
            raise _too_many(round(1 / _AN_ADDRESS.per_second))
        agent = await self._agent(await json_body(request), address)
        before = token_of(request)
        if before:
            self._sessions.end(before)
        session = self._sessions.begin(agent)
        self._audit.note(agent.id, "sign_in")
        response = web.json_response({"agent": agent_json(agent), "csrf": session.csrf})
        keep(request, response, session.token)
        return response

    async def _agent(self, given: dict[str, Any], address: str) -> Agent:
        login, password = given.get("login"), given.get("password")
        if not isinstance(login, str) or not isinstance(password, str):
            raise Refused(400, "invalid-request")
        try:
            agent = await self._accounts.sign_in(login, password, address)
        except LockedOut as locked:
            raise _too_many(locked.seconds) from None
        if agent is None:
            tried = self._accounts.of_login(login)
            self._audit.note(None, "sign_in_failed", detail={"agent": tried.id if tried else None})
            raise Refused(401, "unauthenticated")
        return agent

    async def logout(self, request: web.Request, signed: Signed) -> web.Response:
        self._sessions.end(token_of(request) or "")
        self._audit.note(signed.agent.id, "sign_out")
        response = web.Response(status=204)
        forget(request, response)
        return response

    async def me(self, request: web.Request, signed: Signed) -> web.Response:
        return web.json_response({"agent": agent_json(signed.agent), "csrf": signed.csrf})

    async def deeds(self, request: web.Request, signed: Signed) -> web.Response:
        """The last 100, the newest first, or `?limit=` of 1 to 1000."""
        limit = request.query.get("limit", str(_DEEDS))
        if not _LIMIT.fullmatch(limit) or not 0 < int(limit) <= _MOST_DEEDS:
            raise Refused(400, "invalid-request")
        deeds = [_deed_json(deed) for deed in self._audit.recent(int(limit))]
        return web.json_response({"entries": deeds})


def agent_json(agent: Agent) -> dict[str, Any]:
    """As `agent` in docs/handoff.md: what the desk may know of one."""
    return {
        "id": agent.id,
        "name": agent.name,
        "role": agent.role,
        "languages": list(agent.languages),
    }


def _deed_json(deed: Deed) -> dict[str, Any]:
    return {
        "id": deed.id,
        "at": deed.at.isoformat(timespec="milliseconds"),
        "agent": deed.agent,
        "action": deed.action,
        "conversation": deed.conversation,
        "detail": dict(deed.detail),
    }


def _too_many(seconds: int) -> Refused:
    return Refused(429, "too-many-attempts", **{"Retry-After": str(seconds)})
