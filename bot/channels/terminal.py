"""The channel that `python -m bot chat` speaks: loopback, JSON, a bearer token."""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.inbound import read
from bot.channels.outbound import Collected
from bot.engine.turn import Turn
from bot.language.conversation import known_locale, language_of

logger = logging.getLogger(__name__)

_CONVERSATION = re.compile(r"[\w.@:-]{1,128}\Z", re.ASCII)
_ACCOUNT = re.compile(r"[\w.@:-]{1,64}\Z", re.ASCII)

Handler = Callable[[UserMessage], Awaitable[Turn]]


class TerminalChannel(InputChannel):
    """`POST /webhooks/terminal/messages` with `{"conversation", "text", "locale"?, "account"?}`.

    Whoever holds the token may speak for any conversation and account: it belongs to developers
    and scripts on this machine, never to a web page.
    """

    def __init__(self, token: str) -> None:
        self._token = token

    @classmethod
    def name(cls) -> str:
        return "terminal"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TerminalChannel:
        token = (credentials or {}).get("token") or ""
        if len(token) < 16:
            raise ValueError("credentials.yml: the terminal channel needs PRORATA_TERMINAL_TOKEN")
        return cls(token)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        blueprint = Blueprint("terminal")

        @blueprint.post("/messages")
        async def messages(request: Request) -> HTTPResponse:
            if not self._is_allowed(request):
                return response.json({"error": "unauthenticated"}, status=401)
            incoming = _body(request)
            if incoming is None or not _is_conversation(incoming.get("conversation")):
                return response.json({"error": "invalid-request"}, status=400)
            collected = Collected()
            turn = await on_new_message(_user_message(incoming, collected))
            # A hand-over gives a number so far; no desk takes a conversation from the bot.
            held = {"conversation": incoming["conversation"], "holder": "bot"}
            return response.json({**held, **asdict(turn), "messages": collected.messages})

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


def _user_message(incoming: dict[str, Any], collected: Collected) -> UserMessage:
    inbound = read(incoming.get("text"))
    locale = incoming.get("locale")
    account = incoming.get("account")
    metadata = {
        "locale": known_locale(locale) or language_of(locale),
        "account": account if isinstance(account, str) and _ACCOUNT.match(account) else None,
        "problem": inbound.problem,
        "masked": inbound.masked or None,
    }
    return UserMessage(
        inbound.text,
        collected,
        incoming["conversation"],
        input_channel=TerminalChannel.name(),
        metadata={name: value for name, value in metadata.items() if value is not None},
    )
