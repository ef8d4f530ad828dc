"""What time does: nothing waits for ever, and those who wait hear how it goes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from bot.handoff import hold as holding
from bot.handoff.agents import AgentSide
from bot.handoff.hold import Hold, NotPossible
from bot.handoff.notices import Notices
from bot.handoff.switchboard import Switchboard


@dataclass(frozen=True)
class Limits:
    """Seconds until a customer who waits, or an agent who is gone, is given up."""

    waiting: float = 300.0
    absence: float = 60.0


class Absences(Protocol):
    def gone_for(self, agent: int) -> float:
        """Seconds since an agent was there; 0 while they are."""


class Patience:
    def __init__(
        self,
        switchboard: Switchboard,
        agents: AgentSide,
        notices: Notices,
        presence: Absences,
        limits: Limits,
    ) -> None:
        self._switchboard = switchboard
        self._agents = agents
        self._notices = notices
        self._presence = presence
        self._limits = limits
        self._places: dict[str, int] = {}

    async def tick(self) -> None:
        for current in self._switchboard.with_people():
            with suppress(NotPossible):  # somebody was faster
                await self._end_what_is_in_vain(current)
        await self._tell_places()

    async def _end_what_is_in_vain(self, current: Hold) -> None:
        now = self._switchboard.now()
        if current.state == "waiting" and now - current.since > self._limits.waiting:
            locale = self._switchboard.locale_of(current.conversation)
            change = partial(holding.withdraw, at=now)
            await self._switchboard.switch(current.conversation, change, self._notices.over(locale))
        elif (
            current.agent is not None
            and self._presence.gone_for(current.agent) > self._limits.absence
        ):
            await self._agents.requeue(current.conversation, current.agent)

    async def _tell_places(self) -> None:
        """Only to those who have moved up since they were last told."""
        waiting = [hold for hold in self._switchboard.with_people() if hold.state == "waiting"]
        places = {hold.conversation: place for place, hold in enumerate(waiting, start=1)}
        for conversation, place in places.items():
            if place < self._places.get(conversation, 0):
                with suppress(NotPossible):
                    await self._switchboard.tell(conversation, self._notices.place(place))
        self._places = places
