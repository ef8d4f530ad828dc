"""A platform's Sender (bot/channels/delivery.py): wakes its outbox, and shows that somebody writes."""

from __future__ import annotations

import asyncio
import logging

from bot.channels.failures import described
from bot.channels.messaging.carrier import PeerCarrier
from bot.outbound.outbox import Outbox, Sleep
from bot.store.transcript import Entry

logger = logging.getLogger(__name__)

# An answer that comes sooner needs no sign that somebody is writing.
_TYPING_AFTER = 1.0


class PeerSender:
    def __init__(self, carrier: PeerCarrier, outbox: Outbox, sleep: Sleep = asyncio.sleep) -> None:
        self._carrier = carrier
        self._outbox = outbox
        self._sleep = sleep
        self._typing: dict[str, asyncio.Task[None]] = {}

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        self._outbox.wake(conversation)

    async def apologise(self, conversation: str, text: str) -> None:
        """Nothing: what could not be stored is answered when the store is back."""

    async def typing(self, conversation: str, *, on: bool) -> None:
        if on and conversation not in self._typing:
            self._typing[conversation] = asyncio.create_task(self._show_typing(conversation))
        if not on and conversation in self._typing:
            self._typing.pop(conversation).cancel()

    async def stop(self) -> None:
        writing = list(self._typing.values())
        for task in writing:
            task.cancel()
        await asyncio.gather(*writing, return_exceptions=True)

    async def _show_typing(self, conversation: str) -> None:
        await self._sleep(_TYPING_AFTER)
        try:
            await self._carrier.show_typing(conversation)
        except Exception as failure:
            # An ornament; but the text of whatever went wrong could hold a token.
            logger.info("Typing was not shown: %s", described(failure))
        del self._typing[conversation]
