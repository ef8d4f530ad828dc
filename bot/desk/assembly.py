"""Puts the desk together: who takes conversations from the bot, and the routes for agents."""

from __future__ import annotations

import time
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy.engine import Engine

from bot.channels.delivery import Delivery
from bot.clock import Clock
from bot.desk import auth, pages
from bot.desk.accounts import Accounts
from bot.desk.api import DeskApi
from bot.desk.audit import Audit
from bot.desk.http import DOOR, Door
from bot.desk.live import DeskLive
from bot.desk.refusals import Refusals
from bot.desk.replies import Replies
from bot.desk.sessions import DeskSessions
from bot.desk.staff import Staff
from bot.handoff.agents import AgentSide
from bot.handoff.chatwoot.assembly import Chatwoot
from bot.handoff.customers import CustomerSide
from bot.handoff.desks import Desks
from bot.handoff.form.taking import Taking
from bot.handoff.hours import Hours
from bot.handoff.notices import Notices, Sentence
from bot.handoff.offers import Offers
from bot.handoff.patience import Limits, Patience
from bot.handoff.presence import Presence
from bot.handoff.switchboard import Switchboard
from bot.site.address import Network
from bot.store.desk import DeskStore
from bot.store.drafts import Drafts
from bot.store.feedback import Feedback
from bot.store.holds import Holds
from bot.store.outbox import Cursors
from bot.store.transcript import Transcript
from bot.store.waits import Waits


@dataclass
class Desk:
    customers: CustomerSide
    live: DeskLive
    routes: list[web.RouteDef]
    door: Door
    patience: Patience
    refusals: Refusals
    other: Chatwoot | None = None

    def guard(self, app: web.Application) -> None:
        app[DOOR] = self.door

    async def tick(self) -> None:
        await self.patience.tick()
        await self.live.recheck()
        self.refusals.tick()
        if self.other:
            self.other.tick()

    async def stop(self) -> None:
        if self.other:
            await self.other.stop()

    def customer_types(self, conversation: str, on: bool) -> None:
        """Shown to agents, and only while people answer."""
        if self.customers.hold_of(conversation).is_with_people:
            self.live.typing(conversation, on)


def desk(
    engine: Engine,
    transcript: Transcript,
    delivery: Delivery,
    sentence: Sentence,
    proxies: tuple[Network, ...],
    clock: Clock,
    other: Chatwoot | None = None,
) -> Desk:
    """With `other`, customers are sent there; our own page still has its callbacks and messages."""
    accounts, audit = Accounts(engine, clock), Audit(engine, clock)
    sessions, presence = DeskSessions(engine, clock), Presence(time.monotonic)
    desks = Desks(Staff(accounts, presence), other.members if other else None)
    hours, store = Hours.load(), DeskStore(engine, clock)
    offers = Offers(sentence, desks.languages, hours, clock)
    notices = Notices(sentence, offers.open_to)
    switchboard = Switchboard(
        engine, Holds(engine), transcript, delivery, notices, Drafts(engine), store, clock
    )
    taking = Taking(sentence, hours, clock, switchboard.take, offers.open_to)
    agents = AgentSide(switchboard, notices, desks)
    live = DeskLive(presence, sessions)
    switchboard.watch(live.changed)
    delivery.watch(live.entries)
    given = (switchboard, agents, notices, transcript, delivery, sentence, audit)
    more = other.serve(*given) if other else []
    api = DeskApi(
        switchboard,
        agents,
        accounts,
        audit,
        presence,
        store,
        transcript,
        Replies(sentence),
        Cursors(engine),
        live,
        clock,
    )
    return Desk(
        CustomerSide(
            switchboard, notices, offers, taking, Waits(engine, clock), Feedback(engine, clock)
        ),
        live,
        [*auth.routes(accounts, sessions, audit), *api.routes(), *pages.routes(), *more],
        Door(sessions, proxies),
        Patience(switchboard, agents, notices, desks, Limits()),
        Refusals(store, live.changed),
        other,
    )
