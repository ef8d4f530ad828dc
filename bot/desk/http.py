"""What every route of the desk does first: who asks, from which page, and what they may."""

from __future__ import annotations

import functools
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.desk.sessions import DeskSessions, Signed
from bot.site.address import Network, client_address, is_trusted
from bot.site.origins import is_allowed

COOKIE = "prorata-desk"
# Browsers take it from this very host alone, and over TLS (RFC 6265bis, 4.1.3.2).
SECURE_COOKIE = "__Host-prorata-desk"
CSRF_HEADER = "X-CSRF-Token"
BODY_LIMIT = 32_000

_SAFE = ("GET", "HEAD")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SignedHandler = Callable[[web.Request, Signed], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Door:
    """What the routes ask; `proxies` are those whose X-Forwarded headers are believed."""

    sessions: DeskSessions
    proxies: tuple[Network, ...] = ()


DOOR = web.AppKey("DOOR", Door)


class Refused(web.HTTPException):
    """`{"error": code}`."""

    def __init__(self, status: int, code: str, **headers: str) -> None:
        self.status_code = status
        super().__init__(
            text=json.dumps({"error": code}), content_type="application/json", headers=headers
        )


def from_our_page(handler: Handler) -> Handler:
    """Refuses what a page of another origin sends; nothing that is answered stays in a cache."""

    @functools.wraps(handler)
    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            if not _is_ours(request):
                raise Refused(403, "cross-origin")
            response = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers["Cache-Control"] = "no-store"
            raise
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


def signed_in(handler: SignedHandler) -> Handler:
    """The handler is told who asks. 401 where nobody is signed in, 403 without the session's CSRF
    token where the method changes something.
    """

    @from_our_page
    @functools.wraps(handler)
    async def checked(request: web.Request) -> web.StreamResponse:
        signed = session_of(request)
        if signed is None:
            raise Refused(401, "unauthenticated")
        if request.method not in _SAFE and not _same(request.headers.get(CSRF_HEADER), signed.csrf):
            raise Refused(403, "csrf")
        return await handler(request, signed)

    return checked


def admin_only(handler: SignedHandler) -> Handler:
    """Signed in, and an administrator; else 403."""

    @signed_in
    @functools.wraps(handler)
    async def checked(request: web.Request, signed: Signed) -> web.StreamResponse:
        if signed.agent.role != "admin":
            raise Refused(403, "forbidden")
        return await handler(request, signed)

    return checked


def session_of(request: web.Request) -> Signed | None:
    """Also for the request that opens a socket."""
    token = token_of(request)
    return request.app[DOOR].sessions.of(token) if token else None


def token_of(request: web.Request) -> str | None:
    """Over TLS only the cookie that no other host, and nobody between, can have set."""
    secure = request.cookies.get(SECURE_COOKIE)
    if secure is not None or _is_secure(request):
        return secure
    return request.cookies.get(COOKIE)


def keep(request: web.Request, response: web.Response, token: str) -> None:
    """Until the browser is closed, or the session ends."""
    _set_cookie(request, response, token, None)


def forget(request: web.Request, response: web.Response) -> None:
    # aiohttp's own del_cookie leaves out Secure, and browsers then ignore it for a __Host- name.
    _set_cookie(request, response, "", 0)


def address_of(request: web.Request) -> str:
    forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
    return client_address(request.remote or "", forwarded, request.app[DOOR].proxies)


async def json_body(request: web.Request) -> dict[str, Any]:
    """Refuses what is no JSON object of at most 32 kB, said to be one."""
    if request.content_type != "application/json":
        raise Refused(415, "not-json")
    try:
        given = json.loads(await _bytes(request))
    except (ValueError, RecursionError, web.RequestPayloadError):
        raise Refused(400, "invalid-request") from None
    if not isinstance(given, dict):
        raise Refused(400, "invalid-request")
    return given


async def _bytes(request: web.Request) -> bytes:
    """Counted as it comes: what was compressed may be longer than its Content-Length."""
    body = b""
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise Refused(413, "too-large")
    return body


def _set_cookie(
    request: web.Request, response: web.Response, value: str, max_age: int | None
) -> None:
    secure = _is_secure(request)
    response.set_cookie(
        SECURE_COOKIE if secure else COOKIE,
        value,
        max_age=max_age,
        path="/",
        secure=secure,
        httponly=True,
        samesite="Strict",
    )


def _is_ours(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and _is_secure(request) and not origin.startswith("https://"):
        return False
    return is_allowed(origin, {"HTTP_HOST": request.host}, ())


def _is_secure(request: web.Request) -> bool:
    if request.secure:
        return True
    told = request.headers.get("X-Forwarded-Proto", "").partition(",")[0].strip().lower()
    return told == "https" and is_trusted(request.remote or "", request.app[DOOR].proxies)


def _same(given: str | None, csrf: str) -> bool:
    """Takes as long for any token of that length."""
    return hmac.compare_digest((given or "").encode("utf-8", "surrogatepass"), csrf.encode())
