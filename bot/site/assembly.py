"""Puts the public side together: reception, web channel, pages."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Engine

from bot.channels.reception import Reception
from bot.channels.web.buttons import Buttons
from bot.channels.web.channel import Sentence, WebChannel
from bot.channels.web.identity import Verifier
from bot.channels.web.limits import Buckets, Rate
from bot.channels.web.membership import Membership
from bot.channels.web.outlet import Outlet
from bot.channels.web.sessions import CHANNEL, Sessions
from bot.channels.web.speech import Rates, Speech
from bot.channels.web.tokens import SessionTokens
from bot.clock import Clock
from bot.engine.agent import Agent
from bot.settings import WebSettings
from bot.site import demo
from bot.site.probes import Probes, routes
from bot.site.server import Site, application, socket_server
from bot.store.conversations import Conversations
from bot.store.feedback import Feedback
from bot.store.transcript import Transcript

# A person types slower than this; an office behind one address has many people.
_A_CONVERSATION = Rate(burst=10, per_second=0.5)
_AN_ADDRESS = Rate(burst=400, per_second=40)
_IDLE_SECONDS = 1800.0
_SWEEP_SECONDS = 1.0


@dataclass
class Public:
    """What answers customers, from start to stop."""

    reception: Reception
    channel: WebChannel
    site: Site
    _sweeping: asyncio.Task[None] | None = None

    async def start(self) -> None:
        await self.site.start()
        self._sweeping = asyncio.create_task(self._sweep())

    async def stop(self) -> None:
        if self._sweeping is not None:
            self._sweeping.cancel()
        await self.site.stop()

    async def _sweep(self) -> None:
        """First what an earlier process left unanswered, then what time has ended."""
        await self.reception.resume()
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            await self.channel.expire()
            await self.channel.hang_up(_IDLE_SECONDS)


def public(settings: WebSettings, agent: Agent, probes: Probes, clock: Clock) -> Public:
    engine: Engine = probes.engine
    sio = socket_server(settings)
    verifier = _verifier(settings, clock)
    sessions = Sessions(SessionTokens(settings.secret, clock), Conversations(engine, clock))
    buttons = Buttons(settings.secret)
    outlet = Outlet(sio, buttons, sessions)
    transcript = Transcript(engine, clock)
    reception = Reception(agent, transcript, {CHANNEL: outlet})
    channel = WebChannel(
        Membership(sessions, verifier, outlet, transcript, clock),
        Speech(reception, outlet, buttons, clock),
        transcript,
        Feedback(engine, clock),
        Rates(Buckets(_A_CONVERSATION, time.monotonic), Buckets(_AN_ADDRESS, time.monotonic)),
        _sentence(agent),
        clock,
    )
    sio.register_namespace(channel)
    more = routes(probes)
    if settings.demo and verifier is not None:
        more.append(demo.route(verifier))
    app = application(settings, sio, more)
    return Public(reception, channel, Site(app, "127.0.0.1", settings.port))


def _verifier(settings: WebSettings, clock: Clock) -> Verifier | None:
    given = settings.identity
    return Verifier(given.key, given.issuer, given.audience, clock) if given else None


def _sentence(agent: Agent) -> Sentence:
    generator: Any = agent.nlg
    return generator.sentence
