"""Our conversations at Chatwoot: made when the first of their entries is carried there, and used by
one at a time, so that what is read there is never older than what was written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

from bot.handoff.chatwoot.line import Line, NoSuchChat
from bot.handoff.chatwoot.who import Who
from bot.handoff.switchboard import Switchboard
from bot.store.chatwoot import Chat, Chats

_OPENING = "opening"


class OpenChats:
    def __init__(self, chats: Chats, line: Line, who: Who, switchboard: Switchboard) -> None:
        self._chats = chats
        self._line = line
        self._who = who
        self._switchboard = switchboard
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, conversation: str) -> asyncio.Lock:
        return self._turns.setdefault(conversation, asyncio.Lock())

    async def do(self, conversation: str, deed: Callable[[int, Chat], Awaitable[None]]) -> None:
        """Raises TryAgain or Undeliverable."""
        async with self.turn(conversation):
            try:
                number = await self._opened(conversation)
                await deed(number, self._chats.of(conversation))
            except NoSuchChat:
                # The next attempt looks for it, and makes another where it was deleted.
                self._chats.note(conversation, number=None, contact=None, trying=_OPENING)
                raise

    async def _opened(self, conversation: str) -> int:
        chat = self._chats.of(conversation)
        if chat.number is not None:
            return chat.number
        hold, lately = (
            self._switchboard.hold_of(conversation),
            self._switchboard.lately(conversation),
        )
        customer = self._who.is_(hold, lately)
        contact = chat.contact or await self._line.contact(customer)
        # A chat that was begun may be there, though its number has not come through.
        begun = chat.trying == _OPENING
        self._chats.note(conversation, contact=contact, trying=_OPENING)
        found = await self._line.find_chat(contact, customer) if begun else None
        number = found or await self._line.open_chat(contact, customer)
        # One that is found is opened again before anybody looks at what was decided in it before.
        status = "resolved" if found else "open"
        self._chats.note(conversation, number=number, status=status, trying=None)
        return number
