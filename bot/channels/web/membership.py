"""Which conversation a tab is in, and as whom: it changes with tokens, never with what is typed."""

from __future__ import annotations

import logging
from typing import Any

from bot import metrics
from bot.channels.web.connections import Connection
from bot.channels.web.identity import Identity, InvalidIdentity, Verifier
from bot.channels.web.outlet import Outlet
from bot.channels.web.sessions import Session, Sessions
from bot.clock import Clock
from bot.store.transcript import Transcript

logger = logging.getLogger(__name__)

HISTORY_AT_MOST = 500


class Membership:
    def __init__(
        self,
        sessions: Sessions,
        verifier: Verifier | None,
        outlet: Outlet,
        transcript: Transcript,
        clock: Clock,
    ) -> None:
        self._sessions = sessions
        self._verifier = verifier
        self._outlet = outlet
        self._transcript = transcript
        self._clock = clock

    async def join(self, sid: str, tab: Connection, token: object, seen: object) -> str:
        """The conversation that the token gives the right to, else a fresh one; `seen` is the last
        `seq` that our widget has shown.
        """
        if tab.room is not None:
            await self._outlet.leave(sid, tab.room)
        session = self._sessions.begin(token, self.identity(tab))
        tab.conversation = session.conversation.id
        tab.proved = tab.account(self._clock().timestamp())
        tab.room = await self._outlet.join(sid, tab.conversation, ours=tab.ours)
        await (self._welcome(sid, tab, session, seen) if tab.ours else self._catch_up(sid, session))
        return tab.conversation

    async def leave(self, sid: str, tab: Connection, *, for_good: bool) -> None:
        """Into a fresh conversation; `for_good` ends this one in the other tabs, too."""
        if for_good and tab.conversation is not None:
            self._sessions.end(tab.conversation)
            await self._outlet.ended(tab.conversation, but=sid)
        await self.join(sid, tab, None, None)

    def identify(self, tab: Connection, token: object) -> None:
        """A token that is refused signs out: whoever was signed in before is not, from now on."""
        tab.identity = None
        if token is None or self._verifier is None:
            return
        try:
            tab.identity = self._verifier.verify(token)
        except InvalidIdentity as error:
            metrics.REFUSED.labels("identity").inc()
            logger.warning("An identity token was refused: %s", error)

    def identity(self, tab: Connection) -> Identity | None:
        return tab.valid_identity(self._clock().timestamp())

    def may_stay(self, tab: Connection, conversation: str) -> bool:
        """Is the conversation this customer's, or nobody's?"""
        return self._sessions.is_open_to(conversation, tab.account(self._clock().timestamp()))

    def may_speak(self, tab: Connection, conversation: str) -> bool:
        """Also when the identity has expired since, though without its account then."""
        return self._sessions.is_open_to(conversation, tab.proved)

    def use(self, tab: Connection, conversation: str) -> bool:
        """Something is said: the conversation exists from now on, and is the customer's. True where
        it was nobody's before.
        """
        account = tab.account(self._clock().timestamp())
        tab.proved = account or tab.proved
        return self._sessions.use(conversation, account)

    async def _welcome(self, sid: str, tab: Connection, session: Session, seen: object) -> None:
        confirmed = {"session_id": session.token, "resumed": session.resumed}
        await self._outlet.confirm(sid, {**confirmed, **signed_in(self.identity(tab))})
        if session.resumed:
            after = seen if type(seen) is int and 0 <= seen < 2**62 else 0
            entries = self._transcript.since(session.conversation.id, after, HISTORY_AT_MOST)
            await self._outlet.history(sid, entries)

    async def _catch_up(self, sid: str, session: Session) -> None:
        conversation = session.conversation
        await self._outlet.confirm(sid, session.token)
        entries = self._transcript.since(conversation.id, conversation.delivered, HISTORY_AT_MOST)
        await self._outlet.missed(sid, conversation.id, entries)


def signed_in(identity: Identity | None) -> dict[str, Any]:
    if identity is None:
        return {"signed_in": False}
    return {"signed_in": True, "name": identity.name, "expires": identity.expires}
