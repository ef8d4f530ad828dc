"""The desk's routes for conversations and tickets (docs/handoff.md)."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.clock import Clock
from bot.desk import views
from bot.desk.accounts import Accounts
from bot.desk.audit import Audit
from bot.desk.auth import agent_json
from bot.desk.http import Refused, json_body, signed_in
from bot.desk.live import DeskLive
from bot.desk.replies import Replies
from bot.desk.sessions import Signed
from bot.desk.summary import summary
from bot.handoff.agents import AgentSide
from bot.handoff.hold import Hold, NotPossible
from bot.handoff.presence import Presence
from bot.handoff.switchboard import Switchboard
from bot.store.desk import DeskStore
from bot.store.outbox import Cursors
from bot.store.transcript import Entry, Transcript
from bot.store.waits import CLAIM, LANGUAGE, WAITED

_ENTRIES_AT_MOST = 500
_CARD_ENTRIES = 20
_LATELY_SECONDS = 1800.0
_BOT_CARDS = 100
# Tickets that are done are shown for two days.
_DONE_SECONDS = 2 * 86_400.0
_LONGEST_NOTE = 4000
_LONGEST_ID = 64
_BASE = "/desk/api/conversations/{conversation:[\\w.@:-]{1,128}}"

Handler = Callable[[web.Request, Signed], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class DeskApi:
    switchboard: Switchboard
    agents: AgentSide
    accounts: Accounts
    audit: Audit
    presence: Presence
    store: DeskStore
    transcript: Transcript
    replies: Replies
    cursors: Cursors
    live: DeskLive
    clock: Clock

    def routes(self) -> list[web.RouteDef]:
        def act(name: str, handler: Handler) -> web.RouteDef:
            return web.post(f"{_BASE}/{name}", signed_in(self._checked(handler)))

        def note(name: str, handler: Handler) -> web.RouteDef:
            return act(name, _audited(self.audit, name, handler))

        return [
            web.get("/desk/api/state", signed_in(self.state)),
            web.get(_BASE, signed_in(self.conversation)),
            act("claim", self.claim),
            note("transfer", self.transfer),
            note("hand_back", self.hand_back),
            note("close", self.close),
            note("notes", self.note),
            act("messages", self.message),
            act("typing", self.typing),
            web.post("/desk/api/tickets/{ticket:\\d{1,15}}", signed_in(self.ticket)),
        ]

    async def state(self, request: web.Request, signed: Signed) -> web.Response:
        now = self._now()
        with_people = self.switchboard.with_people()
        known = {hold.conversation for hold in with_people}
        lately = self.store.written_since(now - _LATELY_SECONDS, _BOT_CARDS)
        others = self.switchboard.holds_of([id_ for id_ in lately if id_ not in known])
        online = self.presence.online()
        return web.json_response(
            {
                "now": self.clock().isoformat(),
                "conversations": self._cards([*with_people, *others]),
                "tickets": [
                    views.ticket_json(t, now) for t in self.store.tickets_since(now - _DONE_SECONDS)
                ],
                "agents": [
                    {**agent_json(agent), "online": agent.id in online}
                    for agent in self.accounts.list()
                    if not agent.disabled
                ],
            }
        )

    async def conversation(self, request: web.Request, signed: Signed) -> web.Response:
        id_ = request.match_info["conversation"]
        entries, refused = self._entries(id_), self.cursors.refused(id_)
        hold = self.switchboard.hold_of(id_)
        locale = "fr_CA" if request.query.get("locale", "").startswith("fr") else "en_CA"
        say = functools.partial(self.replies.text, locale)
        return web.json_response(
            {
                "card": views.card_json(hold, entries[-_CARD_ENTRIES:], self._now(), len(refused)),
                "entries": [views.entry_json(entry, refused) for entry in entries],
                "summary": summary(hold, entries, say, locale),
                "notes": [views.note_json(note) for note in self.store.notes_of(id_)],
                "replies": self.replies.filled(entries, signed.agent.name),
            }
        )

    async def claim(self, request: web.Request, signed: Signed) -> web.Response:
        id_ = request.match_info["conversation"]
        before = self.switchboard.hold_of(id_)
        hold = await self.agents.claim(id_, signed.agent.id)
        (card,) = self._cards([hold])
        waited = hold.waited(before)
        told = {} if waited is None else {WAITED: int(waited), LANGUAGE: card["language"]}
        self.audit.note(signed.agent.id, CLAIM, id_, told)
        return web.json_response(card)

    async def transfer(self, request: web.Request, signed: Signed) -> web.Response:
        id_, to = request.match_info["conversation"], (await json_body(request)).get("to")
        if to is None:
            await self.agents.requeue(id_, signed.agent.id)
        else:
            if type(to) is not int or to not in self.presence.online():
                raise Refused(409, "offline")
            await self.agents.transfer(id_, signed.agent.id, to)
        return web.json_response({})

    async def hand_back(self, request: web.Request, signed: Signed) -> web.Response:
        await self.agents.hand_back(request.match_info["conversation"], signed.agent.id)
        return web.json_response({})

    async def close(self, request: web.Request, signed: Signed) -> web.Response:
        await self.agents.close(request.match_info["conversation"], signed.agent.id)
        return web.json_response({})

    async def note(self, request: web.Request, signed: Signed) -> web.Response:
        id_, text = request.match_info["conversation"], (await json_body(request)).get("text")
        if not isinstance(text, str) or not _is_note(text.strip()):
            raise Refused(400, "invalid-request")
        self.store.add_note(id_, signed.agent.id, text.strip())
        self.live.changed()
        return web.json_response({})

    async def message(self, request: web.Request, signed: Signed) -> web.Response:
        given = await json_body(request)
        text, id_ = given.get("text"), given.get("id")
        if not isinstance(id_, str) or not 0 < len(id_) <= _LONGEST_ID or not id_.isprintable():
            raise Refused(400, "invalid-request")
        try:
            entry = await self.agents.say(
                request.match_info["conversation"], signed.agent.id, text, id_
            )
        except ValueError as problem:
            raise Refused(400, str(problem)) from None
        return web.json_response({"seq": entry.seq})

    async def typing(self, request: web.Request, signed: Signed) -> web.Response:
        on = (await json_body(request)).get("on") is True
        await self.agents.typing(request.match_info["conversation"], signed.agent.id, on=on)
        return web.json_response({})

    async def ticket(self, request: web.Request, signed: Signed) -> web.Response:
        state = (await json_body(request)).get("state")
        if state not in ("done", "tried", "due"):
            raise Refused(400, "invalid-request")
        if not self.store.set_ticket(int(request.match_info["ticket"]), state):
            raise Refused(404, "not-found")
        self.audit.note(signed.agent.id, f"ticket_{state}")
        self.live.changed()
        return web.json_response({})

    def _entries(self, conversation: str) -> list[Entry]:
        """404 for a conversation in which nobody has said anything."""
        entries = self.transcript.since(conversation, 0, _ENTRIES_AT_MOST)
        if not entries:
            raise Refused(404, "not-found")
        return entries

    def _cards(self, holds: list[Hold]) -> list[dict[str, Any]]:
        ids, now = [hold.conversation for hold in holds], self._now()
        entries = self.transcript.lately(ids, _CARD_ENTRIES)
        undelivered = self.store.undelivered(ids)
        return [
            views.card_json(hold, entries.get(id_, []), now, undelivered[id_])
            for id_, hold in zip(ids, holds, strict=True)
        ]

    def _checked(self, handler: Handler) -> Handler:
        """404 for a conversation that is not there; 409 where somebody else was faster."""

        @functools.wraps(handler)
        async def checked(request: web.Request, signed: Signed) -> web.StreamResponse:
            if not self.transcript.since(request.match_info["conversation"], 0, at_most=1):
                raise Refused(404, "not-found")
            try:
                return await handler(request, signed)
            except NotPossible:
                raise Refused(409, "taken") from None

        return checked

    def _now(self) -> float:
        return self.clock().timestamp()


def _is_note(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NOTE and all(c.isprintable() or c in "\n\t" for c in text)


def _audited(audit: Audit, action: str, handler: Handler) -> Handler:
    """Noted once it is done."""

    @functools.wraps(handler)
    async def audited(request: web.Request, signed: Signed) -> web.StreamResponse:
        response = await handler(request, signed)
        audit.note(signed.agent.id, action, request.match_info["conversation"])
        return response

    return audited
