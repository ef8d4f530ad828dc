"""How much of one person is heard, and how much they are answered, whatever it is that they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot import metrics
from bot.channels.limits import Buckets, Rate, Seconds

Verdict = Literal["hear", "warn", "drop"]
"""Tell them that it is too much, or say nothing."""

# A person types slower than this, also where a platform brings at once what it could not bring
# before; who does not is told so once a minute.
A_PERSON = Rate(burst=20, per_second=0.5)
_A_WARNING = Rate(burst=1, per_second=1 / 60)
# Nobody asks for more in an hour; a machine that answers our answers ends where we fall silent, so it
# is told once.
AN_HOUR = Rate(burst=60, per_second=60 / 3600)
_A_LAST_WORD = Rate(burst=1, per_second=1 / 3600)


@dataclass(frozen=True)
class Rates:
    """By person."""

    messages: Buckets
    warnings: Buckets
    answers: Buckets
    last_words: Buckets

    def judge(self, person: str, is_with_people: Callable[[], bool]) -> Verdict:
        """What is written to people is not the bot's to answer."""
        if not self.messages.take(person):
            return _refused("too_fast", self.warnings.take(person))
        if is_with_people() or self.answers.take(person):
            return "hear"
        return _refused("loop", self.last_words.take(person))


def rates(seconds: Seconds) -> Rates:
    """`seconds` is a monotonic clock."""
    each = (A_PERSON, _A_WARNING, AN_HOUR, _A_LAST_WORD)
    return Rates(*(Buckets(rate, seconds) for rate in each))


def _refused(reason: str, is_told: bool) -> Verdict:
    metrics.REFUSED.labels(reason).inc()
    return "warn" if is_told else "drop"
