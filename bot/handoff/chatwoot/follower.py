"""Follows what agents do in a chat: what they write goes to the customer, what they decide changes
who answers.

Chatwoot calls our webhook once and never again (lib/webhooks/trigger.rb), in whatever order its
workers have it. So a call says no more than that there is something to read; what it is, is read
from Chatwoot, and acted on by comparing it with what was read before. A call that is lost, comes
twice, late or not at all changes only when that happens.
"""

from __future__ import annotations

import unicodedata
from functools import partial

from bot.channels.inbound import LONGEST_MESSAGE
from bot.desk.audit import Audit
from bot.handoff import hold as holding
from bot.handoff.agents import AgentSide, own_id, said
from bot.handoff.chatwoot.chats import OpenChats
from bot.handoff.chatwoot.line import Line, State
from bot.handoff.chatwoot.members import Members
from bot.handoff.chatwoot.replies import Message
from bot.handoff.desks import elsewhere, is_elsewhere
from bot.handoff.switchboard import Switchboard
from bot.outbound.splitting import split
from bot.store.chatwoot import Chat, Chats
from bot.store.transcript import Transcript
from bot.store.waits import CLAIM, LANGUAGE, WAITED

# A message may be stored there after one with a higher number (transactions overlap): so many are
# read again.
_OVERLAP = 100


class Follower:
    def __init__(
        self,
        chats: Chats,
        opened: OpenChats,
        line: Line,
        members: Members,
        agents: AgentSide,
        switchboard: Switchboard,
        transcript: Transcript,
        audit: Audit,
    ) -> None:
        self._chats = chats
        self._opened = opened
        self._line = line
        self._members = members
        self._agents = agents
        self._switchboard = switchboard
        self._transcript = transcript
        self._audit = audit

    async def follow(self, conversation: str) -> None:
        """Raises TryAgain, or NotPossible where somebody else was faster: then what is left is read
        the next time.
        """
        async with self._opened.turn(conversation):
            chat = self._chats.of(conversation)
            if chat.number is None:
                return
            # First the state, then the messages: who writes and resolves has written.
            state = await self._line.look(chat.number)
            seen = chat.seen
            async for message in self._line.messages(chat.number, max(0, seen - _OVERLAP)):
                await self._hear(conversation, message)
                seen = max(seen, message.id)
            await self._obey(chat, state)
            assignee = state.assignee[0] if state.assignee else None
            self._chats.note(conversation, seen=seen, status=state.status, assignee=assignee)

    async def typing(self, conversation: str, number: int, *, on: bool) -> None:
        """Raises NotPossible where this agent does not hold the conversation."""
        await self._agents.typing(conversation, elsewhere(number), on=on)

    async def _hear(self, conversation: str, message: Message) -> None:
        if message.author is None:
            return
        number, name = message.author
        agent = elsewhere(number)
        for place, piece in enumerate(_pieces(message.text)):
            message_id = f"{message.id}.{place}" if place else str(message.id)
            if self._transcript.knows(conversation, own_id(agent, message_id)):
                continue
            self._members.meet(number, name)
            await self._hold(conversation, agent)
            links = [link._asdict() for link in message.links if link.text in piece]
            await self._agents.say(conversation, agent, piece, message_id, links)

    async def _hold(self, conversation: str, agent: int) -> None:
        """Whoever writes to the customer is who answers them, whoever it was before."""
        hold = self._switchboard.hold_of(conversation)
        if hold.state == "held" and hold.agent is not None:
            if hold.agent != agent:
                await self._transfer(conversation, hold.agent, agent)
            return
        if hold.state == "closed":
            now = self._switchboard.now()
            self._switchboard.reopen(conversation, partial(holding.reopen, at=now))
        waited = (await self._agents.claim(conversation, agent)).waited(hold)
        language = (self._switchboard.locale_of(conversation) or "")[:2]
        told = {} if waited is None else {WAITED: int(waited), LANGUAGE: language or None}
        self._audit.note(agent, CLAIM, conversation, told)

    async def _transfer(self, conversation: str, agent: int, to: int | None) -> None:
        """None: to the queue."""
        if to is None:
            await self._agents.requeue(conversation, agent)
        else:
            await self._agents.transfer(conversation, agent, to)
        self._audit.note(agent, "transfer", conversation)

    async def _obey(self, chat: Chat, state: State) -> None:
        """What has changed since it was read before, and nothing else: what agents at Chatwoot did
        before the customer came back is over.
        """
        hold = self._switchboard.hold_of(chat.conversation)
        is_resolved = state.status == "resolved" != chat.status
        if is_resolved and hold.state == "waiting":
            await self._agents.close(chat.conversation, elsewhere(0))
            self._audit.note(None, "close", chat.conversation)
        elif hold.agent is None or not is_elsewhere(hold.agent):
            return
        elif is_resolved:
            await self._agents.hand_back(chat.conversation, hold.agent)
            self._audit.note(hold.agent, "hand_back", chat.conversation)
        else:
            await self._reassign(chat, state, hold.agent)

    async def _reassign(self, chat: Chat, state: State, agent: int) -> None:
        """An agent who is assigned while a customer waits has not read it yet, and may not have done
        it (Chatwoot assigns by itself): that changes nothing before the first word.
        """
        if state.assignee is None:
            if chat.assignee is not None and elsewhere(chat.assignee) == agent:
                await self._transfer(chat.conversation, agent, None)
            return
        number, name = state.assignee
        if number != chat.assignee and elsewhere(number) != agent:
            self._members.meet(number, name)
            await self._transfer(chat.conversation, agent, elsewhere(number))


def _pieces(text: str) -> list[str]:
    """Of what can be said; nobody takes a conversation with nothing."""
    pieces = split(unicodedata.normalize("NFC", text), LONGEST_MESSAGE)
    return [piece for piece in pieces if _is_sayable(piece)]


def _is_sayable(text: str) -> bool:
    try:
        return bool(said(text))
    except ValueError:
        return False
