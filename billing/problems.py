"""Refusals as `application/problem+json` (RFC 9457)."""

from __future__ import annotations

import json

from aiohttp import web

from billing.errors import BillingError, Code

RETRY_AFTER_SECONDS = 5


def problem_response(error: BillingError, instance: str, request_id: str) -> web.Response:
    """The response to `error` at the path `instance`.

    `type` is the bare code, a relative reference that RFC 9457 allows and the test vectors
    name. What may be retried says after how many seconds.
    """
    problem = {
        "type": error.code.value,
        "title": error.code.title,
        "status": error.status,
        "detail": error.detail,
        "instance": instance,
        "code": error.code.value,
        "request_id": request_id,
    }
    if error.param is not None:
        problem["param"] = error.param
    headers = {}
    if error.code is Code.UNAUTHENTICATED:
        headers["WWW-Authenticate"] = "Bearer"
    if error.code in (Code.RATE_LIMITED, Code.UPSTREAM_UNAVAILABLE):
        headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return web.Response(
        status=error.status,
        body=json.dumps(problem).encode(),
        content_type="application/problem+json",
        headers=headers,
    )


def from_http(error: web.HTTPException) -> BillingError:
    """The framework's own refusals: no such path, wrong method, a body too large."""
    return BillingError(Code.INVALID_REQUEST, error.reason, status=error.status)
