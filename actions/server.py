"""rasa-sdk's server, closed: a bearer token, no CORS, no echo of a failed request."""

from __future__ import annotations

import hmac
import logging

from rasa_sdk.endpoint import create_app
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.settings import Settings

logger = logging.getLogger(__name__)

_OPEN = "/health"
_BODY_LIMIT = 2 << 20
# Seconds. Longer than the bot keeps an idle connection (aiohttp: 15), so that only the bot closes
# one: Sanic's own 5 would close it now and then under a request that has just been written.
_KEEP_ALIVE = 75


def build(settings: Settings) -> Sanic:
    app = create_app("actions", cors_origins="")
    app.config.REQUEST_MAX_SIZE = _BODY_LIMIT
    app.config.KEEP_ALIVE_TIMEOUT = _KEEP_ALIVE
    expected = f"Bearer {settings.token}".encode()

    @app.middleware("request")
    async def only_the_bot(request: Request) -> HTTPResponse | None:
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        if request.path == _OPEN or hmac.compare_digest(given, expected):
            return None
        return response.json({"error": "unauthenticated"}, status=401)

    # The stock handler answers with the whole request, the customer's conversation included.
    app.error_handler.add(Exception, _failed)
    return app


def _failed(request: Request, failure: Exception) -> HTTPResponse:
    status = getattr(failure, "status_code", 500)
    logger.error("%s failed: %s", request.path, type(failure).__name__)
    return response.json({"error": type(failure).__name__}, status=status)
