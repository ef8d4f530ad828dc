"""Machines that answer machines: an absence notice that comes after each of our messages, for ever."""

from __future__ import annotations

from bot.channels.inbound import read
from bot.clock import Clock
from bot.store.transcript import Transcript

# A person who is not understood says it again, but not as often, and not at once.
_SAME_IN_A_ROW = 5
_WITHIN_SECONDS = 600.0


class Loops:
    def __init__(self, transcript: Transcript, clock: Clock) -> None:
        self._transcript = transcript
        self._clock = clock

    def is_one(self, conversation: str, text: str) -> bool:
        """Have they said nothing else for a while? Anything else that they say ends it."""
        heard = self._transcript.heard_lately(conversation, _SAME_IN_A_ROW)
        if len(heard) < _SAME_IN_A_ROW or not text.strip():
            return False
        age = (self._clock() - heard[-1].at).total_seconds()
        return age < _WITHIN_SECONDS and {one.body["text"] for one in heard} == {read(text).text}
