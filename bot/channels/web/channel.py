"""The web channel: the Socket.IO events of widgets (docs/channels/web.md)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import socketio
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.channels.failures import described
from bot.channels.inbound import read
from bot.channels.web.connections import Connection, Connections
from bot.channels.web.membership import Membership, signed_in
from bot.channels.web.refusals import RESPONSES, Refused
from bot.channels.web.speech import Rates, Speech, locale_of
from bot.clock import Clock
from bot.language.conversation import known_locale, language_of
from bot.site import connection
from bot.store.feedback import Feedback
from bot.store.transcript import Transcript

logger = logging.getLogger(__name__)

Sentence = Callable[[str, "str | None"], str]
"""A response's text in a locale."""

Typing = Callable[[str, bool], None]
"""Shows people that the customer of a conversation writes, or no longer does."""


class WebChannel(socketio.AsyncNamespace):
    """`on_<event>(sid, data)` for each event of a widget; a returned dict is the acknowledgement."""

    def __init__(
        self,
        membership: Membership,
        speech: Speech,
        transcript: Transcript,
        feedback: Feedback,
        rates: Rates,
        typing: Typing,
        sentence: Sentence,
        clock: Clock,
    ) -> None:
        super().__init__("/")
        self._connections = Connections()
        self._membership = membership
        self._speech = speech
        self._transcript = transcript
        self._feedback = feedback
        self._rates = rates
        self._typing = typing
        self._sentence = sentence
        self._clock = clock

    async def trigger_event(self, event: str, *args: Any) -> Any:
        """Whatever a client sends, it gets a sentence, and nobody else notices."""
        try:
            self._rates.check_event(args[0], event)
            return await super().trigger_event(event, *args)
        except Refused as refused:
            return await self._refuse(args[0], refused.reason)
        except SQLAlchemyError as failure:
            logger.error("The web channel's store failed: %s", type(failure).__name__)
            return await self._refuse(args[0], "trouble")
        except Exception as failure:
            logger.error("An event failed: %s", described(failure))
            return await self._refuse(args[0], "invalid")

    async def on_connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        if self._connections.of(sid) is not None:
            raise Refused("invalid")  # an event of that name, sent by the client
        self._connections.open(sid, connection.shed(environ), self._now())
        metrics.CONNECTIONS.set(len(self._connections))

    async def on_disconnect(self, sid: str, reason: Any = None) -> None:
        if self.server.manager.is_connected(sid, self.namespace):
            raise Refused("invalid")  # an event of that name, sent by the client
        self._connections.close(sid)
        metrics.CONNECTIONS.set(len(self._connections))

    async def on_session_request(self, sid: str, data: Any = None) -> None:
        tab, given = self._tab(sid), _object(data)
        tab.ours = given.get("widget") == 1
        tab.locale = known_locale(given.get("locale")) or language_of(given.get("locale"))
        self._membership.identify(tab, given.get("identity"))
        await self._membership.join(sid, tab, given.get("session_id"), given.get("seen"))

    async def on_user_uttered(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab, given = self._tab(sid), _object(data)
        conversation = await self._conversation_to_speak_in(sid, tab, given.get("session_id"))
        if "message" not in given:
            return await self.on_open(sid)  # what rasa-webchat sends when it is opened
        self._rates.check(tab, conversation)
        incoming = self._speech.read(tab, conversation, given)
        await self._use(tab, conversation)
        return await self._speech.say(incoming)

    async def on_typing(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab, on = self._tab(sid), _object(data).get("on")
        conversation = _conversation(tab)
        if type(on) is not bool:
            raise Refused("invalid")
        may = self._membership.may_speak(tab, conversation)
        if may and self._rates.may_show_typing(conversation):
            self._typing(conversation, on)
        return {}

    async def on_open(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab = self._tab(sid)
        conversation = _conversation(tab)
        if not self._has_begun(conversation):
            self._rates.check(tab, conversation)
            await self._use(tab, conversation)
            await self._speech.greet(tab, conversation)
        return {}

    async def on_identify(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab, token = self._tab(sid), _object(data).get("identity")
        conversation = _conversation(tab)
        self._membership.identify(tab, token)
        if not self._membership.may_stay(tab, conversation):
            # Signed out, or another customer: what was said is not theirs to read.
            await self._membership.leave(sid, tab, for_good=token is None)
        return signed_in(self._membership.identity(tab))

    async def on_choose_language(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab, chosen = self._tab(sid), _object(data).get("locale")
        language = language_of(chosen)
        if language is None:
            raise Refused("invalid")
        _conversation(tab)
        conversation = await self._conversation_to_speak_in(sid, tab, None)
        before, tab.locale = tab.locale, known_locale(chosen) or language
        if language_of(before) == language or not self._has_begun(conversation):
            return {}
        try:
            self._rates.check(tab, conversation)
            return await self._speech.say(self._speech.choice_of(tab, conversation, language))
        except Exception:
            tab.locale = before  # what was refused can be chosen again
            raise

    async def on_feedback(self, sid: str, data: Any = None) -> dict[str, Any]:
        conversation, given = _conversation(self._tab(sid)), _object(data)
        seq, helpful = given.get("seq"), given.get("helpful")
        if type(seq) is not int or type(helpful) is not bool or not 0 < seq < 2**62:
            raise Refused("invalid")
        if not self._feedback.judge(conversation, seq, helpful):
            raise Refused("invalid")
        metrics.FEEDBACK.labels("yes" if helpful else "no").inc()
        return {}

    async def on_rate(self, sid: str, data: Any = None) -> dict[str, Any]:
        tab, given = self._tab(sid), _object(data)
        conversation, stars = _conversation(tab), given.get("stars")
        if type(stars) is not int or not 1 <= stars <= 5:
            raise Refused("invalid")
        self._rates.check(tab, conversation)
        comment = read(given.get("comment")).text
        self._feedback.rate(conversation, stars, comment or None)
        return {}

    async def on_start_over(self, sid: str, data: Any = None) -> None:
        await self._membership.leave(sid, self._tab(sid), for_good=True)

    async def expire(self) -> None:
        """Tells each tab whose identity has run out; its rights ended by themselves."""
        for sid, tab in self._connections.signed_in():
            if self._membership.identity(tab) is None:
                tab.identity = None  # in the conversation it is in, it goes on as a visitor
                await self.emit("signed_out", {}, to=sid)

    async def hang_up(self, idle_for: float) -> None:
        """A widget comes back by itself when its customer does."""
        for sid in self._connections.idle_since(self._now() - idle_for):
            # The connection itself, too: a client could ignore that it has been let go.
            eio_sid = self.server.manager.eio_sid_from_sid(sid, self.namespace)
            await self.disconnect(sid)
            await self.server.eio.disconnect(eio_sid)

    async def _refuse(self, sid: str, reason: str) -> dict[str, Any]:
        metrics.REFUSED.labels(reason).inc()
        tab = self._connections.of(sid)
        text = self._sentence(RESPONSES[reason], locale_of(tab) if tab else None)
        if tab is not None and not tab.ours:
            await self.emit("bot_uttered", {"text": text}, to=sid)
        return {"refused": reason, "text": text}

    def _tab(self, sid: str) -> Connection:
        tab = self._connections.of(sid)
        if tab is None:
            raise Refused("no_session")
        tab.active = self._now()
        return tab

    async def _conversation_to_speak_in(self, sid: str, tab: Connection, token: object) -> str:
        """Public widgets may speak before they ask for a session."""
        conversation = tab.conversation
        if conversation is None or not self._membership.may_speak(tab, conversation):
            conversation = await self._membership.join(sid, tab, token, None)
        return conversation

    async def _use(self, tab: Connection, conversation: str) -> None:
        """Once it is a customer's, tabs that are not theirs have nothing to do in it."""
        if self._membership.use(tab, conversation):
            for sid, other in self._connections.in_conversation(conversation):
                if not self._membership.may_stay(other, conversation):
                    await self._membership.join(sid, other, None, None)

    def _has_begun(self, conversation: str) -> bool:
        return bool(self._transcript.since(conversation, 0, at_most=1))

    def _now(self) -> float:
        return self._clock().timestamp()


def _object(data: Any) -> dict[str, Any]:
    """Whatever else a client sends is an object without anything in it."""
    return data if isinstance(data, dict) else {}


def _conversation(tab: Connection) -> str:
    if tab.conversation is None:
        raise Refused("no_session")
    return tab.conversation
