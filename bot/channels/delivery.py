"""Where stored entries go: to the customer's channel, and to whoever watches at the desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Protocol
from weakref import WeakValueDictionary

from bot.store.transcript import Entry

Watcher = Callable[[str, list[Entry]], None]
"""Told of every entry; it must not fail and must not wait."""


class Sender(Protocol):
    """A channel's way out."""

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        """Entries are stored: whoever is not there now finds them later."""

    async def apologise(self, conversation: str, text: str) -> None:
        """For those who are there: what could not be stored."""

    async def typing(self, conversation: str, *, on: bool) -> None:
        """Somebody is writing."""


class Delivery:
    def __init__(self, senders: Mapping[str, Sender]) -> None:
        self._senders = senders
        self._watchers: list[Watcher] = []
        self._queued: dict[str, list[Entry]] = {}
        self._sending: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def watch(self, watcher: Watcher) -> None:
        self._watchers.append(watcher)

    def is_apart(self, channel: str) -> bool:
        """Whether messages are acknowledged there, and answered after that."""
        return channel in self._senders

    async def send(self, channel: str, conversation: str, entries: list[Entry]) -> None:
        self.queue(channel, conversation, entries)
        await self.flush(channel, conversation)

    def queue(self, channel: str, conversation: str, entries: list[Entry]) -> None:
        """What is queued first is sent first: at once when it is stored, so that nothing that is
        stored later overtakes it. A channel that only answers requests has no sender: its caller
        takes the entries.
        """
        for watcher in self._watchers:
            watcher(conversation, entries)
        if self.is_apart(channel):
            self._queued.setdefault(conversation, []).extend(entries)

    async def flush(self, channel: str, conversation: str) -> None:
        """Sends what is queued."""
        if self.is_apart(channel):
            lock = self._sending.setdefault(conversation, asyncio.Lock())
            async with lock:
                queued = self._queued.pop(conversation, None)
                if queued:
                    await self._senders[channel].send(conversation, queued)

    async def apologise(self, channel: str, conversation: str, text: str) -> None:
        if self.is_apart(channel):
            await self._senders[channel].apologise(conversation, text)

    async def typing(self, channel: str, conversation: str, *, on: bool) -> None:
        if self.is_apart(channel):
            await self._senders[channel].typing(conversation, on=on)
