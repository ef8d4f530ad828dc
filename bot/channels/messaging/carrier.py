"""Takes stored entries to the people of one platform (bot/outbound/outbox.py)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.channels.failures import described
from bot.channels.messaging.addresses import reports_address
from bot.channels.messaging.keywords import SAID_TO_THOSE_WHO_STOPPED
from bot.channels.messaging.platform import Link, Platform
from bot.channels.messaging.references import References
from bot.channels.messaging.rendering import message_of
from bot.clock import Clock
from bot.outbound.client import Client
from bot.outbound.http import Post
from bot.outbound.outbox import GIVEN_UP_AFTER, Gone, Step, TryAgain, Undeliverable
from bot.outbound.retry import judge_status
from bot.store.peers import Peer, Peers
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)

Links = Callable[[Entry, Peer], Sequence[Link]]
"""What is offered beside an entry to this person alone, such as signing in."""


class PeerCarrier:
    """`webhook` is our address, as the platform knows it."""

    def __init__(
        self,
        platform: Platform,
        webhook: str,
        peers: Peers,
        references: References,
        transcript: Transcript,
        links: Links,
        client: Client,
        clock: Clock,
    ) -> None:
        self._platform = platform
        self._webhook = webhook
        self._peers = peers
        self._references = references
        self._transcript = transcript
        self._links = links
        self._client = client
        self._clock = clock

    def steps(self, entry: Entry) -> Sequence[Step]:
        if entry.author == "customer":
            return ()
        peer = self._peers.in_conversation(entry.conversation)
        if peer is None:
            raise Undeliverable("they are in another conversation")
        _check_silence(peer, entry)
        self._check_age(entry)
        links = self._links(entry, peer)
        message = message_of(entry, self._platform.capabilities, self._references, links)
        if message is None:
            return ()
        known = replace(message, report_to=reports_address(self._webhook, message.key))
        posts = self._platform.sender.posts(peer.address, known)
        return [partial(self._send, post, entry) for post in posts]

    async def late(self, entry: Entry) -> None:
        """The way by which they could be told is the one that is slow."""

    async def gone(self, conversation: str) -> None:
        peer = self._peers.in_conversation(conversation)
        if peer is not None:
            self._peers.stop(peer.key)

    async def show_typing(self, conversation: str) -> None:
        """Once, and only perhaps: nobody is asked whether it was shown."""
        peer = self._peers.in_conversation(conversation)
        post = self._platform.sender.typing(peer.address) if peer and not peer.stopped else None
        if post is not None:
            await self._client.send(post)

    def _check_age(self, entry: Entry) -> None:
        """Raises Undeliverable: an answer of yesterday is no answer, whatever has kept it."""
        if (self._clock() - entry.at).total_seconds() > GIVEN_UP_AFTER:
            raise Undeliverable("too late")

    async def _send(self, post: Post, entry: Entry) -> None:
        # They may have asked for silence while this one waited, or between two pieces.
        peer = self._peers.in_conversation(entry.conversation)
        if peer is not None:
            _check_silence(peer, entry)
        answer = await self._client.send(post)
        try:
            self._platform.sender.judge(answer)
        except (TryAgain, Undeliverable):
            raise
        except Gone as gone:
            if self._transcript.has_heard_since(entry):
                raise Undeliverable(str(gone)) from None  # they were gone, and are back
            raise
        except Exception as failure:
            # In a shape that nobody has foreseen; HTTP itself says whether it was taken.
            logger.error("%s answered oddly: %s", self._platform.name, described(failure))
            judge_status(answer, self._clock)


def _check_silence(peer: Peer, entry: Entry) -> None:
    """Raises Undeliverable."""
    if peer.stopped and entry.body.get("response") not in SAID_TO_THOSE_WHO_STOPPED:
        raise Undeliverable("they have stopped messages")
