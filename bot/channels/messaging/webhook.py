"""A platform's webhook: verified before anything else, stored, acknowledged; answered after that."""

from __future__ import annotations

import asyncio
import logging

import async_timeout
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.channels.failures import described
from bot.channels.messaging.addresses import PREFIX
from bot.channels.messaging.late import LateFailures
from bot.channels.messaging.listener import Listener
from bot.channels.messaging.platform import (
    Call,
    Event,
    Failure,
    Platform,
    Reply,
    Unreadable,
    Unverified,
)
from bot.store.transcript import Entry

logger = logging.getLogger(__name__)

_ODD_EVENT = "An event of %s was not understood: %s"
_RETRY_SECONDS = "10"
# Meta gathers up to a thousand events, « up to 3 MB »; the others' calls are far smaller.
# https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks
_BODY_LIMIT = 3 * 1024 * 1024
# Platforms send theirs at once. Whoever keeps one open keeps what it has sent in our memory.
_READING_SECONDS = 10.0


class Webhook:
    """`public_url` is ours as the platform knows it: some sign it, and proxies may change it."""

    def __init__(
        self, platform: Platform, listener: Listener, late: LateFailures, public_url: str
    ) -> None:
        self._platform = platform
        self._listener = listener
        self._late = late
        self._public_url = public_url

    def routes(self) -> list[web.RouteDef]:
        path = f"{PREFIX}/{self._platform.name}"
        return [web.get(path, self.handle, allow_head=False), web.post(path, self.handle)]

    async def handle(self, request: web.Request) -> web.Response:
        try:
            async with async_timeout.timeout(_READING_SECONDS):  # without a task, which takes turns
                call = await self._call(request)
        except asyncio.TimeoutError:
            return web.Response(status=408)
        try:
            self._verify(call)
        except Unverified as refused:
            metrics.REFUSED.labels("webhook").inc()
            logger.warning("A call to %s was refused: %s", self._platform.name, refused)
            return web.Response(status=refused.status)
        try:
            return _response(await self._take(call))
        except SQLAlchemyError as failure:
            # Not acknowledged: the platform sends it again.
            logger.error("An event was not stored: %s", type(failure).__name__)
            return web.Response(status=503, headers={"Retry-After": _RETRY_SECONDS})

    def _verify(self, call: Call) -> None:
        try:
            self._platform.receiver.verify(call)
        except Unverified:
            raise
        except Exception as failure:
            # What not even the signature's check can read does not come from the platform.
            raise Unverified(described(failure)) from None

    async def _take(self, call: Call) -> Reply:
        receiver = self._platform.receiver
        handshake = receiver.handshake(call)
        if handshake is not None:
            return handshake
        events = self._events(call) if call.method == "POST" else []
        heard: list[Entry] = []
        try:
            for number, event in enumerate(events):
                if number:
                    await asyncio.sleep(0)  # a call can hold hundreds, and others are waiting
                one = self._hear(event)
                if one is not None:
                    heard.append(one)
        finally:
            # Only now, so that a platform does not wait for answers; and those that were stored
            # before one that was not.
            for one in heard:
                self._listener.answer(one)
        receipts = (one.receipt for one in reversed(events) if isinstance(one, Event))
        return next(filter(None, receipts), None) or receiver.acknowledgement()

    def _events(self, call: Call) -> list[Event | Failure | Unreadable]:
        """What cannot be read would not be read the next time either: it is acknowledged."""
        try:
            return list(self._platform.receiver.events(call))
        except Exception as odd:
            self._note("A call of %s was not understood: %s", described(odd))
            return []

    def _hear(self, event: Event | Failure | Unreadable) -> Entry | None:
        """What is to be answered. One that fails by itself does not keep the others."""
        try:
            if isinstance(event, Failure):
                self._late.note(event)
                return None
            if isinstance(event, Unreadable):
                self._note(_ODD_EVENT, event.what)
                return None
            return self._listener.hear(event)
        except SQLAlchemyError:
            raise
        except Exception as odd:
            self._note(_ODD_EVENT, described(odd))
            return None

    def _note(self, where: str, what: str) -> None:
        metrics.REFUSED.labels("unreadable").inc()
        logger.error(where, self._platform.name, what)

    async def _call(self, request: web.Request) -> Call:
        """A header that came twice is both its values (RFC 9110, 5.3), which verifies nowhere."""
        headers: dict[str, str] = {}
        for name, value in request.headers.items():
            known = headers.get(name.lower())
            headers[name.lower()] = value if known is None else f"{known}, {value}"
        return Call(
            method=request.method,
            url=self._public_url + request.raw_path,
            headers=headers,
            query=dict(request.query),
            body=await request.clone(client_max_size=_BODY_LIMIT).read(),
        )


def _response(reply: Reply) -> web.Response:
    return web.Response(text=reply.body, content_type=reply.content_type)
