"""Puts Chatwoot together as a desk: who is there, what is carried there, and what is followed there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from aiohttp import web
from sqlalchemy.engine import Engine

from bot.channels.delivery import Delivery
from bot.clock import Clock
from bot.desk.audit import Audit
from bot.handoff.agents import AgentSide
from bot.handoff.chatwoot.api import Api
from bot.handoff.chatwoot.carrier import ChatwootCarrier
from bot.handoff.chatwoot.chats import OpenChats
from bot.handoff.chatwoot.duty import SIDE, Duty
from bot.handoff.chatwoot.follower import Follower
from bot.handoff.chatwoot.line import Client, Line
from bot.handoff.chatwoot.members import Members
from bot.handoff.chatwoot.notes import Notes
from bot.handoff.chatwoot.settings import ChatwootSettings
from bot.handoff.chatwoot.webhook import Webhook
from bot.handoff.chatwoot.who import Who
from bot.handoff.notices import Notices, Sentence
from bot.handoff.switchboard import Switchboard
from bot.outbound.client import Client as HttpClient
from bot.outbound.outbox import Outbox, Sleep
from bot.store.chatwoot import Chats
from bot.store.outbox import Cursors
from bot.store.transcript import Transcript

# A page is a hundred messages, each of at most 150,000 characters.
_LONGEST_PAGE = 100 * 150_000


class Chatwoot:
    """`members` is its desk (bot/handoff/desks.py); the rest begins with `serve`. `secret` keys the
    hashes by which customers are known there; `seconds` is a monotonic clock, `sleep` waits by it.
    """

    def __init__(
        self,
        settings: ChatwootSettings,
        secret: str,
        engine: Engine,
        clock: Clock,
        client: Client | None = None,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._engine = engine
        self._clock = clock
        self._client = client or HttpClient(longest=_LONGEST_PAGE)
        self._seconds = seconds
        self._sleep = sleep
        self._line = Line(Api(settings), self._client, clock)
        self._chats = Chats(engine)
        self.members = Members(self._line, self._chats, settings.languages, seconds)

    def serve(
        self,
        switchboard: Switchboard,
        agents: AgentSide,
        notices: Notices,
        transcript: Transcript,
        delivery: Delivery,
        sentence: Sentence,
        audit: Audit,
    ) -> list[web.RouteDef]:
        """Its routes."""
        notes = Notes(sentence, self._settings.language)
        opened = OpenChats(self._chats, self._line, Who(self._secret, notes), switchboard)
        carrier = ChatwootCarrier(
            self._chats, opened, self._line, notes, transcript, switchboard, notices
        )
        cursors = Cursors(self._engine)
        self._duty = Duty(
            Outbox(SIDE, carrier, cursors, transcript, self._clock, self._sleep),
            Follower(
                *(self._chats, opened, self._line, self.members),
                *(agents, switchboard, transcript, audit),
            ),
            self.members,
            self._chats,
            cursors,
            switchboard,
            self._seconds,
        )
        delivery.watch(self._duty.entries)
        return Webhook(self._settings, self._duty, self._clock).routes()

    def tick(self) -> None:
        self._duty.tick()

    async def stop(self) -> None:
        await self._duty.stop()
        await self._client.close()
