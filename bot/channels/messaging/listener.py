"""What people do on a platform, on its way to the reception: who they are, and what they mean.

`hear` stores it, and is done before the platform is told that all is well; `answer` comes after.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from bot import metrics
from bot.channels.failures import described
from bot.channels.inbound import Problem
from bot.channels.messaging.belonging import Belonging, Met
from bot.channels.messaging.keywords import Keywords
from bot.channels.messaging.loops import Loops
from bot.channels.messaging.numbered import chosen
from bot.channels.messaging.platform import Event, Kind, Platform
from bot.channels.messaging.rates import Rates
from bot.channels.messaging.references import References
from bot.channels.messaging.rendering import Button, numbered
from bot.channels.messaging.signing_in import SigningIn
from bot.channels.reception import Incoming, Reception
from bot.clock import Clock
from bot.handoff.notices import Notice
from bot.handoff.survey import stars_in
from bot.language.conversation import known_locale, language_of
from bot.store.peers import Peer, Peers
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)

# What the bot cannot take in, and says so.
_PROBLEMS: dict[Kind, Problem] = {"media": "media", "edit": "edited"}
_GREETING = "/greet"
_HIDDEN = "••• •••"
_LONGEST_ID = 128
_TOGETHER_SECONDS = 60.0
# More than one person is heard in that time (rates.py).
_MOST_TOGETHER = 60
# More than the bot says to one message.
_ON_SCREEN = 8


class Listener:
    """Of one platform. `secret` keys the hashes by which people are known here."""

    def __init__(
        self,
        platform: Platform,
        secret: str,
        peers: Peers,
        belonging: Belonging,
        transcript: Transcript,
        references: References,
        keywords: Keywords,
        signing_in: SigningIn,
        reception: Reception,
        loops: Loops,
        rates: Rates,
        clock: Clock,
    ) -> None:
        self._platform = platform
        # One secret, several purposes: each has a key of its own.
        self._key = hmac.digest(secret.encode(), b"prorata:peers", hashlib.sha256)
        self._peers = peers
        self._belonging = belonging
        self._transcript = transcript
        self._references = references
        self._keywords = keywords
        self._signing_in = signing_in
        self._reception = reception
        self._loops = loops
        self._rates = rates
        self._clock = clock
        self._heard: dict[str, list[Entry]] = {}  # and not begun to be answered, by conversation
        self._answering: set[asyncio.Task[None]] = set()

    def hear(self, event: Event) -> Entry | None:
        """What is to be answered, as stored; None for what is not, or was heard before. Raises
        SQLAlchemyError where it could not be stored: the platform sends it again.
        """
        # Before they are met: that can begin another conversation.
        if self._peers.has_said(self._key_of(event), self._id(event)):
            return None
        peer, is_cut_off = self._met(event)
        # However often it is asked for.
        done = self._keywords.obey(event.kind, peer, language_of(event.locale))
        if done is None and peer.stopped:
            if self._platform.capabilities.opt_out and not event.resumes:
                return None  # who has asked for silence gets it, until they end it themselves
            self._peers.resume(peer.key)  # who had blocked us writes again
        if done is None and self._is_machine(peer, event):
            metrics.REFUSED.labels("loop").inc()
            return None
        problem = _PROBLEMS.get(event.kind)
        hidden = self._signing_in.hides(peer, event.text)
        verdict = self._rates.judge(peer.key, partial(self._is_with_people, peer))
        if verdict == "drop":
            return None
        if verdict == "warn":
            problem = "too_fast"
        elif done is None and event.kind == "message":
            done = self._signing_in.take(peer, event.text)
            if done is not None:
                peer, _ = self._met(event)  # perhaps in another conversation now
        if hidden:
            event = replace(event, text=_HIDDEN)
        if done is None and is_cut_off and event.kind in ("message", "choice"):
            done = Notice("utter_sign_in_ended")
        incoming = self._incoming(peer, event, problem, done)
        quiet = done is None and self._is_one_more(incoming)
        heard, is_new = self._reception.hear(replace(incoming, quiet=quiet))
        if not is_new:
            return None
        self._heard.setdefault(heard.conversation, []).append(heard)
        return heard

    def answer(self, heard: Entry) -> None:
        """While the platform is told that it was heard; and before it what was heard before it, also
        by a call that is still being read.
        """
        for one in self._heard.pop(heard.conversation, ()):
            task = asyncio.create_task(self._answer(one))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def stop(self) -> None:
        """What is not answered by then is, when the server starts again."""
        answering = list(self._answering)
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)

    async def _answer(self, heard: Entry) -> None:
        try:
            await self._reception.answer(heard)
        except Exception as failure:
            # It stays unanswered: the reception takes it up again.
            logger.error("A message was not answered: %s", described(failure))

    def _is_one_more(self, incoming: Incoming) -> bool:
        """Ten pictures at once are answered once: another says nothing new."""
        if incoming.problem not in _PROBLEMS.values():
            return False
        lately = self._transcript.heard_lately(incoming.conversation, _MOST_TOGETHER)
        same = takewhile(lambda one: one.told.get("problem") == incoming.problem, lately)
        answered = next((one for one in same if "quiet" not in one.told), None)
        return (
            answered is not None
            and (self._clock() - answered.at).total_seconds() < _TOGETHER_SECONDS
        )

    def _is_machine(self, peer: Peer, event: Event) -> bool:
        """Not where people answer: they see what it is, and « ok » may be all that there is to say."""
        return (
            event.kind == "message"
            and self._loops.is_one(peer.conversation, event.text)
            and not self._is_with_people(peer)
        )

    def _is_with_people(self, peer: Peer) -> bool:
        return self._reception.is_with_people(peer.conversation)

    def _met(self, event: Event) -> Met:
        key = self._key_of(event)
        locale = known_locale(event.locale) or language_of(event.locale)
        return self._belonging.meet(
            Peer(key, key, self._platform.name, event.address, locale, event.private),
            partial(self._is_rating, event),
        )

    def _key_of(self, event: Event) -> str:
        return self._hash(f"{self._platform.name}:{event.peer}")

    def _is_rating(self, event: Event, asked: Entry) -> bool:
        text, payload = self._meaning(asked.conversation, event)
        return stars_in(text, payload, asked) is not None

    def _incoming(
        self, peer: Peer, event: Event, problem: Problem | None, done: Notice | None
    ) -> Incoming:
        text, payload = self._meaning(peer.conversation, event)
        return Incoming(
            peer.conversation,
            self._platform.name,
            text,
            message_id=self._id(event),
            locale=peer.locale,
            account=peer.account,
            payload=None if problem else payload,
            problem=problem,
            done=done,
        )

    def _meaning(self, conversation: str, event: Event) -> tuple[str, str | None]:
        """The words, and the payload of the button that they stand for."""
        pressed = None
        if event.kind == "start":
            return event.text, _GREETING
        if event.choice is not None:
            pressed = self._references.read(conversation, event.choice)
        elif event.kind == "message":
            pressed = chosen(event.text, partial(self._numbered, conversation))
        return pressed or (event.text, None)

    def _numbered(self, conversation: str) -> Sequence[Button]:
        """The numbered lines below which they write."""
        for entry in reversed(self._transcript.since(conversation, 0, _ON_SCREEN)):
            if entry.author in ("customer", "agent"):
                break  # a number is the answer to what an agent has asked
            if lines := numbered(entry, self._platform.capabilities):
                return lines
        return ()

    def _id(self, event: Event) -> str:
        """A long one is as good as its hash."""
        fits = len(event.id) <= _LONGEST_ID and event.id.isprintable()
        return event.id if fits else self._hash(event.id)

    def _hash(self, text: str) -> str:
        signed = text.encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, signed, hashlib.sha256).hex()[:32]
