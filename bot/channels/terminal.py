"""The channel that `python -m bot chat` speaks: loopback, JSON, a bearer token."""

from __future__ import annotations

import hmac
import json
import logging
import re
from dataclasses import asdict
from typing import Any

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.reception import Incoming, Reception
from bot.channels.turn import Turn
from bot.language.conversation import known_locale, language_of

logger = logging.getLogger(__name__)

_NAME = "terminal"
_CONVERSATION = re.compile(r"[\w.@:-]{1,128}\Z", re.ASCII)
_ACCOUNT = re.compile(r"[\w.@:-]{1,64}\Z", re.ASCII)


class TerminalChannel:
    """`POST /webhooks/terminal/messages` with `{"conversation", "text", "locale"?, "account"?}`.

    Whoever holds the token may speak for any conversation and account: it belongs to developers
    and scripts on this machine, never to a web page.
    """

    def __init__(self, token: str) -> None:
        self._token = token

    def blueprint(self) -> Blueprint:
        """Its requests find the reception in the application's context."""
        blueprint = Blueprint("terminal", url_prefix="/webhooks/terminal")

        @blueprint.post("/messages")
        async def messages(request: Request) -> HTTPResponse:
            if not self._is_allowed(request):
                return response.json({"error": "unauthenticated"}, status=401)
            given = _body(request)
            if given is None or not _is_conversation(given.get("conversation")):
                return response.json({"error": "invalid-request"}, status=400)
            turn = await _turn(request.app.ctx.reception, _incoming(given))
            shown = {name: value for name, value in asdict(turn).items() if name != "stored"}
            return response.json({"conversation": given["conversation"], **shown})

        return blueprint

    def _is_allowed(self, request: Request) -> bool:
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        return hmac.compare_digest(given, f"Bearer {self._token}".encode())


def _body(request: Request) -> dict[str, Any] | None:
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _is_conversation(given: Any) -> bool:
    return isinstance(given, str) and _CONVERSATION.match(given) is not None


async def _turn(reception: Reception, incoming: Incoming) -> Turn:
    try:
        heard, _ = reception.hear(incoming)
    except SQLAlchemyError as failure:
        logger.error("A message was not stored: %s", type(failure).__name__)
        return await reception.trouble(incoming)
    return await reception.answer(heard)


def _incoming(given: dict[str, Any]) -> Incoming:
    locale = given.get("locale")
    account = given.get("account")
    return Incoming(
        given["conversation"],
        _NAME,
        given.get("text"),
        locale=known_locale(locale) or language_of(locale),
        account=account if isinstance(account, str) and _ACCOUNT.match(account) else None,
    )
