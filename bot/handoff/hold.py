"""Who answers a conversation: a state and the changes that are possible, in plain Python.

`bot → waiting → held → bot | closed` (docs/handoff.md). A change names what it comes from and raises
NotPossible for anything else; storing it is somebody else's business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

State = Literal["bot", "waiting", "held", "closed"]


class NotPossible(Exception):
    """The conversation is not in a state from which this can happen; perhaps no longer."""


@dataclass(frozen=True)
class Hold:
    """`since` is when the state began and `asked` when the customer first asked, in seconds since
    1970; `first` puts a conversation that had an agent before all others in the queue.
    """

    conversation: str
    state: State = "bot"
    agent: int | None = None
    since: float = 0.0
    asked: float | None = None
    reason: str | None = None
    first: bool = False
    version: int = 0

    @property
    def is_with_people(self) -> bool:
        """Then the bot is silent."""
        return self.state in ("waiting", "held")

    @property
    def place(self) -> tuple[bool, float]:
        """The order of the queue: smaller is earlier."""
        return not self.first, self.asked or self.since

    def waited(self, before: Hold) -> float | None:
        """Seconds that the customer was in the queue, where that ended with the change from `before`,
        and they had asked for a person themselves.
        """
        is_claim = before.state == "waiting" and self.state == "held"
        if not is_claim or before.first or self.version != before.version + 1:
            return None
        return self.since - before.since

    def require_agent(self, agent: int) -> None:
        """Raises NotPossible where this agent does not hold it."""
        _require(self.state == "held" and self.agent == agent)


def ask(hold: Hold, reason: str, at: float) -> Hold:
    """The customer wants a person."""
    _require(not hold.is_with_people)
    return replace(
        hold, state="waiting", agent=None, since=at, asked=at, reason=reason, first=False
    )


def withdraw(hold: Hold, at: float) -> Hold:
    """The customer stays with the bot, or waited for too long."""
    _require(hold.state == "waiting")
    return _to_bot(hold, at)


def claim(hold: Hold, agent: int, at: float) -> Hold:
    """An agent takes it from the queue, or steps in while the bot answers."""
    _require(hold.state in ("waiting", "bot"))
    return replace(hold, state="held", agent=agent, since=at, first=False)


def transfer(hold: Hold, agent: int, to: int, at: float) -> Hold:
    hold.require_agent(agent)
    _require(to != agent)
    return replace(hold, agent=to, since=at)


def requeue(hold: Hold, agent: int, at: float) -> Hold:
    """The agent gives it back to the queue, or is gone: it is first, as its customer was promised."""
    hold.require_agent(agent)
    return replace(hold, state="waiting", agent=None, since=at, asked=hold.asked or at, first=True)


def hand_back(hold: Hold, agent: int, at: float) -> Hold:
    hold.require_agent(agent)
    return _to_bot(hold, at)


def close(hold: Hold, agent: int, at: float) -> Hold:
    if hold.state != "waiting":
        hold.require_agent(agent)
    return replace(_to_bot(hold, at), state="closed")


def reopen(hold: Hold, at: float) -> Hold:
    """The customer writes again."""
    _require(hold.state == "closed")
    return _to_bot(hold, at)


def _to_bot(hold: Hold, at: float) -> Hold:
    return Hold(hold.conversation, since=at, version=hold.version)


def _require(possible: bool) -> None:
    if not possible:
        raise NotPossible
