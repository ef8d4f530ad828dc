"""What agents do with conversations. Each raises NotPossible where somebody was faster."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from bot.channels.inbound import read
from bot.handoff import hold as holding
from bot.handoff.hold import Hold
from bot.handoff.notices import Notices
from bot.handoff.switchboard import Switchboard
from bot.store.transcript import Entry


class Names(Protocol):
    def name_of(self, agent: int) -> str:
        """As customers read it."""


class AgentSide:
    def __init__(self, switchboard: Switchboard, notices: Notices, names: Names) -> None:
        self._switchboard = switchboard
        self._notices = notices
        self._names = names

    async def claim(self, conversation: str, agent: int) -> Hold:
        change = partial(holding.claim, agent=agent, at=self._switchboard.now())
        notice = self._notices.agent_joined(self._names.name_of(agent))
        await self._switchboard.switch(conversation, change, notice)
        return self._switchboard.hold_of(conversation)

    async def transfer(self, conversation: str, agent: int, to: int) -> Hold:
        change = partial(holding.transfer, agent=agent, to=to, at=self._switchboard.now())
        names = self._names.name_of(to), self._names.name_of(agent)
        await self._switchboard.switch(conversation, change, self._notices.agent_changed(*names))
        return self._switchboard.hold_of(conversation)

    async def requeue(self, conversation: str, agent: int) -> None:
        change = partial(holding.requeue, agent=agent, at=self._switchboard.now())
        notice = self._notices.requeued(self._names.name_of(agent))
        await self._switchboard.switch(conversation, change, notice)

    async def hand_back(self, conversation: str, agent: int) -> None:
        change = partial(holding.hand_back, agent=agent, at=self._switchboard.now())
        notice = self._notices.handed_back(self._names.name_of(agent))
        await self._switchboard.switch(conversation, change, notice)

    async def close(self, conversation: str, agent: int) -> None:
        was_held = self._switchboard.hold_of(conversation).state == "held"
        notice = self._notices.closed(self._names.name_of(agent) if was_held else None)
        change = partial(holding.close, agent=agent, at=self._switchboard.now())
        await self._switchboard.switch(conversation, change, notice)

    async def say(self, conversation: str, agent: int, text: object, message_id: str) -> Entry:
        """ValueError for a text that is empty or too long."""
        inbound = read(text)
        if inbound.problem is not None:
            raise ValueError(inbound.problem)
        name = self._names.name_of(agent)
        # Customers, and other agents, count their messages for themselves.
        own_id = f"agent {agent} {message_id}"
        return await self._switchboard.speak(conversation, agent, name, inbound.text, own_id)

    async def typing(self, conversation: str, agent: int, *, on: bool) -> None:
        self._switchboard.hold_of(conversation).require_agent(agent)
        await self._switchboard.typing(conversation, on=on)
