"""The demo page's own back end: it signs in as a demo account, as a company's would its customer."""

from __future__ import annotations

import json
from datetime import timedelta

import jwt
from aiohttp import web

from bot.channels.web.identity import Verifier

_LIFE = timedelta(minutes=5)
_NAMES = {"demo-montreal": "Camille Tremblay", "demo-lyon": "Louis Girard"}


def route(verifier: Verifier) -> web.RouteDef:
    """Only where PRORATA_DEMO is set: whoever asks is signed in."""

    async def sign(request: web.Request) -> web.Response:
        account = _account(await request.read())
        if not isinstance(account, str) or account not in _NAMES:
            return web.json_response({"error": "unknown-account"}, status=404)
        token = _token(verifier, account)
        return web.json_response({"identity": token, "name": _NAMES[account]})

    return web.post("/demo/identity", sign)


def _account(body: bytes) -> object:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return given.get("account") if isinstance(given, dict) else None


def _token(verifier: Verifier, account: str) -> str:
    now = verifier.clock()
    claims = {
        "iss": verifier.issuer,
        "aud": verifier.audience,
        "sub": account,
        "iat": now,
        "exp": now + _LIFE,
        "name": _NAMES[account],
    }
    return jwt.encode(claims, verifier.key, "HS256")
