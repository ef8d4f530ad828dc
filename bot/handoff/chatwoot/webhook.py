"""`POST /handoff/chatwoot`: Chatwoot says that something has happened in its inbox.

Nothing is done with a call before it is verified: `X-Chatwoot-Signature` is an HMAC of
`X-Chatwoot-Timestamp`, a dot and the body (developers.chatwoot.com, Webhook).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections import OrderedDict
from typing import Any, Protocol

from aiohttp import web

from bot import metrics
from bot.clock import Clock
from bot.handoff.chatwoot.settings import ChatwootSettings

logger = logging.getLogger(__name__)

PATH = "/handoff/chatwoot"
# Seconds, to either side: what is older is a call that somebody has kept.
_WINDOW = 300.0
_REMEMBERED = 10_000
# A message has up to 150,000 characters, and comes twice in a call.
_BODY_LIMIT = 1024 * 1024
_TYPING = {"conversation_typing_on": True, "conversation_typing_off": False}


class Events(Protocol):
    """Both are about the chat of this number, and return at once."""

    def changed(self, number: int) -> None: ...

    def typing(self, number: int, agent: int, *, on: bool) -> None: ...


class Webhook:
    def __init__(self, settings: ChatwootSettings, events: Events, clock: Clock) -> None:
        self._secret = settings.secret.encode()
        self._inbox = settings.inbox
        self._account = settings.account
        self._events = events
        self._clock = clock
        self._delivered: OrderedDict[str, None] = OrderedDict()

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.handle)]

    async def handle(self, request: web.Request) -> web.Response:
        """Answered at once: Chatwoot waits for five seconds, then shows the agent a failure."""
        body = await request.clone(client_max_size=_BODY_LIMIT).read()
        if not self._is_theirs(request, body):
            metrics.REFUSED.labels("webhook").inc()
            logger.warning("A call to Chatwoot's webhook was refused")
            return web.Response(status=401)
        if self._is_new(request.headers.get("X-Chatwoot-Delivery")):
            try:
                self._tell(json.loads(body))
            except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as odd:
                metrics.REFUSED.labels("unreadable").inc()
                logger.warning("A call of Chatwoot was not understood: %s", type(odd).__name__)
        return web.Response()

    def _is_theirs(self, request: web.Request, body: bytes) -> bool:
        stamp = _bytes(request, "X-Chatwoot-Timestamp")
        signed = hmac.new(self._secret, stamp + b"." + body, hashlib.sha256).hexdigest()
        given = _bytes(request, "X-Chatwoot-Signature")
        is_signed = hmac.compare_digest(f"sha256={signed}".encode(), given)
        return is_signed and stamp.isdigit() and abs(self._age(int(stamp))) <= _WINDOW

    def _age(self, stamp: int) -> float:
        return self._clock().timestamp() - stamp

    def _is_new(self, delivery: str | None) -> bool:
        """By the delivery's id, within the window: a later one is too old anyway."""
        if not delivery:
            return True
        if delivery in self._delivered:
            return False
        self._delivered[delivery] = None
        while len(self._delivered) > _REMEMBERED:
            self._delivered.popitem(last=False)
        return True

    def _tell(self, event: Any) -> None:
        """Of our inbox; an account's webhook hears of every inbox."""
        name, chat = event["event"], event.get("conversation", event)
        account = (event.get("account") or chat.get("account") or {}).get("id", self._account)
        if not isinstance(chat.get("id"), int) or account != self._account:
            return
        if chat.get("inbox_id") != self._inbox or _is_ours(event):
            return
        if name in _TYPING:
            if not event.get("is_private"):
                self._events.typing(chat["id"], int(event["user"]["id"]), on=_TYPING[name])
        else:
            self._events.changed(chat["id"])


def _bytes(request: web.Request, header: str) -> bytes:
    """As they came: aiohttp keeps those that are no text as surrogates."""
    return request.headers.get(header, "").encode("utf-8", "surrogateescape")


def _is_ours(event: Any) -> bool:
    """The echo of what we have just written there."""
    return event.get("message_type") == "incoming" or event.get("private") is True
