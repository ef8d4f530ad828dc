"""Puts the parts together that answer customers: reception, people, web channel, desk, pages."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.engine import Engine

from bot.channels.delivery import Delivery
from bot.channels.failures import described
from bot.channels.limits import Buckets, Rate
from bot.channels.messaging.assembly import Messaging
from bot.channels.reception import Reception
from bot.channels.web.buttons import Buttons
from bot.channels.web.channel import WebChannel
from bot.channels.web.identity import Verifier
from bot.channels.web.membership import Membership
from bot.channels.web.outlet import Outlet
from bot.channels.web.sessions import CHANNEL, Sessions
from bot.channels.web.speech import Rates, Speech
from bot.channels.web.tokens import SessionTokens
from bot.clock import Clock
from bot.desk.assembly import Desk, desk
from bot.handoff.chatwoot.assembly import Chatwoot
from bot.settings import Settings, WebSettings
from bot.site import demo
from bot.site.probes import Probes, routes
from bot.site.server import Site, application, socket_server
from bot.store.conversations import Conversations
from bot.store.feedback import Feedback
from bot.store.transcript import Transcript

logger = logging.getLogger(__name__)

# A person types slower than this; an office behind one address has many people.
_A_CONVERSATION = Rate(burst=10, per_second=0.5)
_AN_ADDRESS = Rate(burst=400, per_second=40)
# Any event of one tab, such as asking for a session again.
_A_CONNECTION = Rate(burst=40, per_second=2)
_IDLE_SECONDS = 1800.0
_SWEEP_SECONDS = 1.0
# How many sweeps until what could not be answered is tried again.
_RESUME_EVERY = 30


@dataclass
class Public:
    """What answers customers, from start to stop."""

    reception: Reception
    channel: WebChannel
    desk: Desk
    messaging: Messaging
    site: Site
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self) -> None:
        # What an earlier process left unanswered has its turn before what comes now.
        await self._resume()
        await self.site.start()
        self._run(self._sweep())

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await self.site.stop()
        await self.messaging.stop()
        await self.desk.stop()

    async def _sweep(self) -> None:
        """What time ends. One failure does not keep the rest, nor the next round."""
        rounds = 0
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            await _guarded(self.channel.expire)
            await _guarded(lambda: self.channel.hang_up(_IDLE_SECONDS))
            await _guarded(self.desk.tick)
            rounds += 1
            if rounds % _RESUME_EVERY == 0:
                await _guarded(self._resume)

    async def _resume(self) -> None:
        for answering in self.reception.resume():
            self._run(answering)
        self.messaging.resume()

    def _run(self, what: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _guarded(step: Callable[[], Awaitable[None]]) -> None:
    try:
        await step()
    except Exception as failure:
        logger.error("A sweep failed: %s", described(failure))


def public(all_settings: Settings, agent: Any, probes: Probes, clock: Clock) -> Public:
    """`agent` is Rasa's, with the catalogues as its NLG."""
    settings, engine = all_settings.web, probes.engine
    sio = socket_server(settings)
    verifier = _verifier(settings, clock)
    sessions = Sessions(SessionTokens(settings.secret, clock), Conversations(engine, clock))
    buttons = Buttons(settings.secret)
    outlet = Outlet(sio, buttons, sessions)
    transcript = Transcript(engine, clock)
    messaging = Messaging(
        all_settings.messaging,
        settings.secret,
        engine,
        transcript,
        verifier,
        clock,
        settings.proxies,
    )
    delivery = Delivery({CHANNEL: outlet, **messaging.senders})
    sentence, other = agent.nlg.sentence, _other_desk(all_settings, engine, clock)
    agents = desk(engine, transcript, delivery, sentence, settings.proxies, clock, other)
    reception = Reception(agent, transcript, delivery, agents.customers)
    rates = (_A_CONVERSATION, _AN_ADDRESS, _A_CONNECTION)
    channel = WebChannel(
        Membership(sessions, verifier, outlet, transcript, clock),
        Speech(reception, buttons, clock),
        transcript,
        Feedback(engine, clock),
        Rates(*(Buckets(rate, time.monotonic) for rate in rates)),
        agents.customer_types,
        sentence,
        clock,
    )
    sio.register_namespace(channel)
    sio.register_namespace(agents.live)
    more = [*routes(probes), *agents.routes, *messaging.routes(reception)]
    if settings.demo and verifier is not None:
        more.append(demo.route(verifier))
    app = application(settings, sio, more)
    agents.guard(app)
    return Public(reception, channel, agents, messaging, Site(app, "127.0.0.1", settings.port))


def _other_desk(settings: Settings, engine: Engine, clock: Clock) -> Chatwoot | None:
    given = settings.chatwoot
    return Chatwoot(given, settings.web.secret, engine, clock) if given else None


def _verifier(settings: WebSettings, clock: Clock) -> Verifier | None:
    given = settings.identity
    return Verifier(given.key, given.issuer, given.audience, clock) if given else None
