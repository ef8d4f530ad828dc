"""A message that the platform took, and could not bring to its person: told by a later call."""

from __future__ import annotations

import logging

from bot import metrics
from bot.channels.messaging.platform import Failure
from bot.store.outbox import Cursors
from bot.store.peers import Peers
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)


class LateFailures:
    """Of one platform, `name`. Agents see the message as not delivered; it is not sent again."""

    def __init__(self, name: str, transcript: Transcript, cursors: Cursors, peers: Peers) -> None:
        self._name = name
        self._transcript = transcript
        self._cursors = cursors
        self._peers = peers

    def note(self, failure: Failure) -> None:
        """Once, however often it is told. What names none of ours on this platform is nothing."""
        entry = self._entry(failure.key)
        if entry is None or not self._cursors.fail(self._name, entry, failure.reason):
            return
        logger.warning("%s could not deliver a message: %s", self._name, failure.reason)
        metrics.UNDELIVERED.labels(self._name, "late").inc()
        peer = self._peers.in_conversation(entry.conversation)
        if failure.gone and peer is not None and not self._transcript.has_heard_since(entry):
            self._peers.stop(peer.key)

    def _entry(self, key: str) -> Entry | None:
        conversation, _, seq = key.rpartition(":")
        if not (seq.isascii() and seq.isdigit() and len(seq) < 19):
            return None
        peer = self._peers.in_conversation(conversation)
        if peer is None or peer.channel != self._name:
            return None
        for entry in self._transcript.after(conversation, int(seq) - 1, at_most=1):
            if entry.seq == int(seq) and entry.author != "customer":
                return entry
        return None
