"""Around every request: its id, its log line, its errors as problems, and the service key."""

from __future__ import annotations

import hmac
import logging
import re
import time
import uuid
from collections.abc import Awaitable, Callable

from aiohttp import web

from billing.errors import BillingError, Code
from billing.logs import log
from billing.problems import from_http, problem_response

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]

OPEN_PATHS = frozenset({"/v1/healthz", "/v1/openapi.yaml", "/v1/openapi.json"})

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@web.middleware
async def trace(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give the request its id (the caller's, if it can be logged safely), answer, log one line."""
    started = time.monotonic()
    given = request.headers.get("X-Request-Id", "")
    request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    response = await _answer(request, handler, request_id)
    response.headers["X-Request-Id"] = request_id
    resource = request.match_info.route.resource
    log(
        logging.INFO,
        "request",
        request_id=request_id,
        method=request.method,
        # The route's pattern, not the path: a path holds an id, or whatever was typed.
        route=resource.canonical if resource else None,
        status=response.status,
        ms=round((time.monotonic() - started) * 1000, 1),
    )
    return response


async def _answer(request: web.Request, handler: Handler, request_id: str) -> web.StreamResponse:
    try:
        return await handler(request)
    except BillingError as error:
        refusal = error
    except web.HTTPException as error:
        response = problem_response(from_http(error), request.path, request_id)
        if "Allow" in error.headers:  # a 405 must say what is allowed (RFC 9110, 15.5.6)
            response.headers["Allow"] = error.headers["Allow"]
        return response
    except Exception:
        # A broken database or a bug of ours: the caller can only try again later.
        log(logging.ERROR, "failed", exc_info=True, request_id=request_id)
        refusal = BillingError(Code.UPSTREAM_UNAVAILABLE, "the service failed")
    return problem_response(refusal, request.path, request_id)


def require_key(key: str) -> Middleware:
    """Let through who bears the service key; compared in constant time."""
    expected = f"Bearer {key}".encode()

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        if request.path not in OPEN_PATHS and not hmac.compare_digest(given, expected):
            raise BillingError(Code.UNAUTHENTICATED, "missing or wrong service key")
        return await handler(request)

    return check
