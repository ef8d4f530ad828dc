"""A desk is where agents sit: our own (bot/desk/), or another product's (bot/handoff/chatwoot/).

What the handoff has to know of one is little: who is there, and what they are called. What is said,
and who answers, a desk hears as everybody does (Delivery.watch, Switchboard.watch).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class Desk(Protocol):
    def languages(self) -> Collection[str]:
        """Those in which somebody can answer now; none where that is not known."""

    def name_of(self, agent: int) -> str:
        """As customers read it."""

    def gone_for(self, agent: int) -> float:
        """Seconds since the agent was there; 0 while they are."""


def elsewhere(number: int) -> int:
    """The agent whom another desk knows by this number. Ours count up from 1, so others' go down: two
    people never are one.
    """
    return -number


def is_elsewhere(agent: int | None) -> bool:
    return agent is not None and agent < 0


class Desks:
    """Our own desk, and the one where customers are sent if it is not ours. At ours somebody may
    still step in, and holds may be left from before the settings changed.
    """

    def __init__(self, ours: Desk, other: Desk | None = None) -> None:
        self._ours = ours
        self._other = other

    def languages(self) -> Collection[str]:
        return (self._other or self._ours).languages()

    def name_of(self, agent: int) -> str:
        return self._of(agent).name_of(agent)

    def gone_for(self, agent: int) -> float:
        return self._of(agent).gone_for(agent)

    def _of(self, agent: int) -> Desk:
        return self._other if self._other and is_elsewhere(agent) else self._ours
