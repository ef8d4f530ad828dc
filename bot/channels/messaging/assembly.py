"""Puts the configured platforms together: their webhooks, and their ways out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence

from aiohttp import web
from sqlalchemy.engine import Engine

from bot.channels.delivery import Sender
from bot.channels.limits import Buckets, Rate, Seconds
from bot.channels.messaging import sign_in_texts
from bot.channels.messaging.addresses import address
from bot.channels.messaging.belonging import Belonging
from bot.channels.messaging.carrier import PeerCarrier
from bot.channels.messaging.keywords import Keywords
from bot.channels.messaging.late import LateFailures
from bot.channels.messaging.listener import Listener
from bot.channels.messaging.loops import Loops
from bot.channels.messaging.platform import Platform
from bot.channels.messaging.rates import rates
from bot.channels.messaging.references import References
from bot.channels.messaging.registry import kit_of
from bot.channels.messaging.sending import PeerSender
from bot.channels.messaging.sign_in_page import SignInPage
from bot.channels.messaging.signing_in import SigningIn
from bot.channels.messaging.webhook import Webhook
from bot.channels.reception import Reception
from bot.channels.web.identity import Verifier
from bot.clock import Clock
from bot.outbound.client import Client
from bot.outbound.outbox import Outbox, Sleep
from bot.settings import MessagingSettings
from bot.site.address import Network
from bot.store.conversations import Conversations
from bot.store.outbox import Cursors
from bot.store.peers import Peers
from bot.store.sign_in_links import SignInLinks
from bot.store.transcript import Transcript

# A company's back end posts the sign-ins of all its customers from one address.
_SIGN_INS = Rate(burst=100, per_second=5)


class Messaging:
    """The configured platforms, from start to stop."""

    def __init__(
        self,
        settings: MessagingSettings,
        secret: str,
        engine: Engine,
        transcript: Transcript,
        verifier: Verifier | None,
        clock: Clock,
        proxies: Sequence[Network] = (),
        seconds: Seconds = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._seconds = seconds
        self._settings = settings
        self._secret = secret
        self._transcript = transcript
        self._references = References(secret, transcript)
        self._peers = Peers(engine, clock)
        self._cursors = Cursors(engine)
        self._conversations = Conversations(engine, clock)
        self._clock = clock
        self._proxies = proxies
        self._texts = sign_in_texts.load() if settings.sign_in_url else {}
        self._signing_in = SigningIn(
            settings, secret, self._texts, verifier, SignInLinks(engine), self._peers, clock
        )
        self._client = Client()
        self._platforms = [
            kit_of(name).platform(given, clock) for name, given in settings.platforms.items()
        ]
        carriers = {
            platform.name: PeerCarrier(
                platform,
                address(settings.public_url, platform.name),
                self._peers,
                self._references,
                transcript,
                self._signing_in.links,
                self._client,
                clock,
            )
            for platform in self._platforms
        }
        self._outboxes = {
            name: Outbox(name, carrier, self._cursors, transcript, clock, sleep)
            for name, carrier in carriers.items()
        }
        self._senders = {
            name: PeerSender(carrier, self._outboxes[name]) for name, carrier in carriers.items()
        }
        self._listeners: list[Listener] = []

    @property
    def senders(self) -> Mapping[str, Sender]:
        return self._senders

    def routes(self, reception: Reception) -> list[web.RouteDef]:
        self._listeners = [self._listener(platform, reception) for platform in self._platforms]
        webhooks = [
            Webhook(platform, listener, self._late(platform), self._settings.public_url)
            for platform, listener in zip(self._platforms, self._listeners, strict=True)
        ]
        page = SignInPage(
            self._signing_in, self._texts, Buckets(_SIGN_INS, self._seconds), self._proxies
        )
        return [*page.routes(), *(route for webhook in webhooks for route in webhook.routes())]

    def resume(self) -> None:
        """Carries on with what was stored and not sent."""
        for outbox in self._outboxes.values():
            outbox.resume()

    async def stop(self) -> None:
        for listener in self._listeners:
            await listener.stop()
        for name, outbox in self._outboxes.items():
            await self._senders[name].stop()
            await outbox.stop()
        await self._client.close()

    def _listener(self, platform: Platform, reception: Reception) -> Listener:
        return Listener(
            platform,
            self._secret,
            self._peers,
            self._belonging(reception),
            self._transcript,
            self._references,
            Keywords(self._peers),
            self._signing_in,
            reception,
            Loops(self._transcript, self._clock),
            rates(self._seconds),
            self._clock,
        )

    def _late(self, platform: Platform) -> LateFailures:
        return LateFailures(platform.name, self._transcript, self._cursors, self._peers)

    def _belonging(self, reception: Reception) -> Belonging:
        return Belonging(
            self._peers,
            self._cursors,
            self._conversations,
            self._transcript,
            reception.is_with_people,
            self._clock,
        )
