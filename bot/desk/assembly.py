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
from bot.desk.replies import Replies
from bot.desk.sessions import DeskSessions
from bot.desk.staff import Staff
from bot.handoff.agents import AgentSide
from bot.handoff.customers import CustomerSide
from bot.handoff.hours import Hours
from bot.handoff.notices import Notices, Sentence
from bot.handoff.offers import Offers
from bot.handoff.patience import Limits, Patience
from bot.handoff.presence import Presence
from bot.handoff.switchboard import Switchboard
from bot.handoff.taking import Taking
from bot.site.address import Network
from bot.store.desk import DeskStore
from bot.store.drafts import Drafts
from bot.store.holds import Holds
from bot.store.transcript import Transcript


@dataclass
class Desk:
    customers: CustomerSide
    live: DeskLive
    routes: list[web.RouteDef]
    door: Door
    patience: Patience

    def guard(self, app: web.Application) -> None:
        app[DOOR] = self.door

    async def tick(self) -> None:
        await self.patience.tick()
        await self.live.recheck()


def desk(
    engine: Engine,
    transcript: Transcript,
    delivery: Delivery,
    sentence: Sentence,
    proxies: tuple[Network, ...],
    clock: Clock,
) -> Desk:
    accounts, audit = Accounts(engine, clock), Audit(engine, clock)
    sessions, staff = DeskSessions(engine, clock), Staff(accounts)
    presence = Presence(time.monotonic)
    hours, store = Hours.load(), DeskStore(engine, clock)
    offers = Offers(sentence, presence.languages, hours, clock)
    notices = Notices(sentence, offers.open_to)
    switchboard = Switchboard(
        engine, Holds(engine), transcript, delivery, notices, Drafts(engine), store, clock
    )
    taking = Taking(sentence, hours, clock, switchboard.take)
    agents = AgentSide(switchboard, notices, staff)
    live = DeskLive(presence, sessions)
    switchboard.watch(live.changed)
    delivery.watch(live.entries)
    api = DeskApi(
        switchboard,
        agents,
        accounts,
        audit,
        presence,
        store,
        transcript,
        Replies(sentence),
        live,
        clock,
    )
    return Desk(
        CustomerSide(switchboard, notices, offers, taking),
        live,
        [*auth.routes(accounts, sessions, audit), *api.routes(), *pages.routes()],
        Door(sessions, proxies),
        Patience(switchboard, agents, notices, presence, Limits()),
    )
