"""Machines that answer machines: an absence notice that comes after each of our messages, for ever."""

from __future__ import annotations

from bot.channels.inbound import read
from bot.clock import Clock
from bot.store.transcript import Transcript

# A person who is not understood says it again, but not as often, and not at once.
_SAME_IN_A_ROW = 5
_WITHIN_SECONDS = 600.0
# With what is said in between.
_LATELY = 8 * _SAME_IN_A_ROW


class Loops:
    def __init__(self, transcript: Transcript, clock: Clock) -> None:
        self._transcript = transcript
        self._clock = clock

    def is_one(self, conversation: str, text: str) -> bool:
        """Have they said nothing else for a while? Anything else that they say ends it."""
        lately = self._transcript.since(conversation, 0, _LATELY)
        heard = [entry for entry in lately if entry.author == "customer"][-_SAME_IN_A_ROW:]
        if len(heard) < _SAME_IN_A_ROW or not text.strip():
            return False
        age = (self._clock() - heard[0].at).total_seconds()
        return age < _WITHIN_SECONDS and {one.body["text"] for one in heard} == {read(text).text}
