"""Which conversation somebody is in: one that is nobody's yet, or their own account's.

A conversation becomes an account's when it signs in, with what was said before. After that nobody
else goes on with it: neither another account, nor whoever holds the phone when the sign-in has
ended. They begin a fresh one, in which the bot knows nothing of the account.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bot.clock import Clock
from bot.handoff.spoken import locale_of
from bot.store.conversations import Conversations, new_id
from bot.store.outbox import Cursors
from bot.store.peers import Peer, Peers
from bot.store.transcript import Entry, Transcript

IsRating = Callable[[Entry], bool]
"""Whether what they do now answers the survey that the entry asks."""

# Enough to know the language.
_LATELY = 20
# Who is silent for longer does not go on with what was said: they have something new to say.
_A_PAUSE_SECONDS = 30 * 60.0


class Met(NamedTuple):
    """`is_cut_off` where they are in a fresh conversation in the middle of another."""

    peer: Peer
    is_cut_off: bool


class Belonging:
    """`is_with_people` tells whether people answer a conversation."""

    def __init__(
        self,
        peers: Peers,
        cursors: Cursors,
        conversations: Conversations,
        transcript: Transcript,
        is_with_people: Callable[[str], bool],
        clock: Clock,
    ) -> None:
        self._peers = peers
        self._cursors = cursors
        self._conversations = conversations
        self._transcript = transcript
        self._is_with_people = is_with_people
        self._clock = clock

    def meet(self, peer: Peer, is_rating: IsRating) -> Met:
        """`peer` as the platform tells of them: as they are stored, in a conversation that exists
        and may be theirs.
        """
        known = self._peers.meet(peer)
        cut_off = False
        if not self._may_go_on(known, is_rating):
            known, cut_off = self._moved(known)
        self._cursors.begin(known.channel, known.conversation)
        self._conversations.begin(known.conversation, known.channel, known.account, known.key)
        return Met(known, cut_off)

    def _may_go_on(self, peer: Peer, is_rating: IsRating) -> bool:
        owner = self._conversations.of(peer.conversation).account
        if owner in (None, peer.account):
            return True
        return peer.account is None and self._are_people_heard_out(peer.conversation, is_rating)

    def _are_people_heard_out(self, conversation: str, is_rating: IsRating) -> bool:
        """Agents see a customer through, also when the sign-in ends meanwhile, and are told how it was.
        Anything else that follows would be for the bot, which knows the account.
        """
        if self._is_with_people(conversation):
            return True
        last = self._transcript.since(conversation, 0, at_most=1)
        return bool(last) and self._is_recent(last[0]) and is_rating(last[0])

    def _moved(self, peer: Peer) -> tuple[Peer, bool]:
        left = self._transcript.since(peer.conversation, 0, _LATELY)
        locale = peer.locale or locale_of(left)
        self._conversations.end(peer.conversation)
        self._peers.move(peer.key, new_id(), locale)
        return self._peers.meet(peer), bool(left) and self._is_recent(left[-1])

    def _is_recent(self, entry: Entry) -> bool:
        return (self._clock() - entry.at).total_seconds() < _A_PAUSE_SECONDS
