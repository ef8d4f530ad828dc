"""What agents do with conversations. Each raises NotPossible where somebody was faster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from bot.channels.inbound import read
from bot.handoff import hold as holding
from bot.handoff.hold import Hold
from bot.handoff.notices import Notices
from bot.handoff.survey import is_for
from bot.handoff.switchboard import Switchboard
from bot.store.transcript import Entry

_OWN_ID = re.compile(r"agent (-?\d+) ")


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
        name = self._names.name_of(agent) if was_held else None
        survey = is_for(self._switchboard.channel_of(conversation))
        notice = self._notices.closed(name, survey=survey)
        change = partial(holding.close, agent=agent, at=self._switchboard.now())
        await self._switchboard.switch(conversation, change, notice)

    async def say(
        self,
        conversation: str,
        agent: int,
        text: object,
        message_id: str,
        links: Sequence[dict[str, Any]] = (),
    ) -> Entry:
        """Raises ValueError as `said` does."""
        body: dict[str, Any] = {"text": said(text), "agent": self._names.name_of(agent)}
        if links:
            body["links"] = list(links)
        return await self._switchboard.speak(conversation, agent, body, own_id(agent, message_id))

    async def typing(self, conversation: str, agent: int, *, on: bool) -> None:
        self._switchboard.hold_of(conversation).require_agent(agent)
        await self._switchboard.typing(conversation, on=on)


def said(text: object) -> str:
    """As the customer reads it. ValueError for a text that is empty or too long; a person may well
    answer « 👍 ».
    """
    inbound = read(text)
    is_sign = inbound.problem == "empty" and any(map(_is_seen, inbound.text))
    if inbound.problem is not None and not is_sign:
        raise ValueError(inbound.problem)
    return inbound.text


def own_id(agent: int, message_id: str) -> str:
    """Customers, and other agents, count their messages for themselves."""
    return f"agent {agent} {message_id}"


def given_id(entry: Entry) -> str | None:
    """What the agent's own page calls it."""
    match = _OWN_ID.match(entry.message_id or "") if entry.author == "agent" else None
    return match.string[match.end() :] if match else None


def agent_of(entry: Entry) -> int | None:
    """Who said it, where an agent did."""
    match = _OWN_ID.match(entry.message_id or "") if entry.author == "agent" else None
    return int(match[1]) if match else None


def _is_seen(character: str) -> bool:
    """Punctuation or a symbol, and no mark or joiner by itself."""
    return unicodedata.category(character)[0] in "PS"
