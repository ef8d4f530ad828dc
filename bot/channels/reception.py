"""The one way a customer's message takes, whatever the channel: stored, answered in its turn, sent.

A message is stored before anything is done with it. Its answers are stored together with the state
of the conversation, and sent after that. So a message is answered once, also when it comes twice,
when its sender goes away, or when the process ends in between.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.inbound import read
from bot.channels.turn import Turn
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)


class Sender(Protocol):
    """A channel's way out."""

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        """Entries are stored: whoever is not there now finds them later."""

    async def apologise(self, conversation: str, text: str) -> None:
        """For those who are there: what could not be stored."""


@dataclass(frozen=True)
class Incoming:
    """`text` is any JSON value; `payload` is set where a button stands for it. `locale` and
    `account` come from the channel, never from what was typed.
    """

    conversation: str
    channel: str
    text: Any
    message_id: str | None = None
    locale: str | None = None
    account: str | None = None
    payload: str | None = None


class Record(Protocol):
    """Stores a turn in the transaction that stores the conversation's state."""

    def __call__(self, connection: Connection, *, turn: Turn) -> None: ...


class Bot(Protocol):
    def lock(self, conversation: str) -> AbstractAsyncContextManager[Any]: ...

    async def converse(self, heard: Entry, record: Record) -> Turn: ...

    async def greet(self, conversation: str, told: dict[str, Any], record: Record) -> Turn: ...

    async def trouble(self, conversation: str, told: dict[str, Any]) -> Turn: ...


@dataclass
class _Recorder:
    """Keeps what it stored, to be sent when the transaction is through."""

    store: Callable[[Connection, Iterable[dict[str, Any]], str | None], list[Entry]]
    entries: list[Entry] = field(default_factory=list)

    def __call__(self, connection: Connection, *, turn: Turn) -> None:
        self.entries = self.store(connection, turn.messages, turn.language)


class Reception:
    def __init__(self, bot: Bot, transcript: Transcript, senders: Mapping[str, Sender]) -> None:
        self._bot = bot
        self._transcript = transcript
        self._senders = senders

    def hear(self, incoming: Incoming) -> tuple[Entry, bool]:
        """The message as stored, and whether it is new. SQLAlchemyError where it is not stored."""
        inbound = read(incoming.text)
        told = {
            "channel": incoming.channel,
            "locale": incoming.locale,
            "account": incoming.account,
            "payload": incoming.payload,
            "problem": None if incoming.payload else inbound.problem,
            "masked": inbound.masked or None,
        }
        return self._transcript.hear(
            incoming.conversation,
            {"text": inbound.text},
            {name: value for name, value in told.items() if value is not None},
            incoming.message_id,
        )

    async def answer(self, heard: Entry) -> Turn:
        """After the answers to what was heard before it in the same conversation."""
        async with self._bot.lock(heard.conversation):
            recorder = _Recorder(partial(self._transcript.answer, heard=heard))
            turn = await self._bot.converse(heard, recorder)
            if turn.stored:
                await self._send(heard, recorder.entries)
            else:
                await self._apologise(heard, turn)
        return turn

    async def greet(self, incoming: Incoming) -> None:
        """Says hello in a conversation in which nothing was said yet."""
        told = {"channel": incoming.channel, "locale": incoming.locale}
        async with self._bot.lock(incoming.conversation):
            if self._transcript.since(incoming.conversation, 0, at_most=1):
                return
            recorder = _Recorder(partial(self._transcript.say, conversation=incoming.conversation))
            await self._bot.greet(incoming.conversation, told, recorder)
            await self._senders[incoming.channel].send(incoming.conversation, recorder.entries)

    async def trouble(self, incoming: Incoming) -> Turn:
        """What is said where a message could not even be stored."""
        told = {"channel": incoming.channel, "locale": incoming.locale}
        return await self._bot.trouble(incoming.conversation, told)

    async def resume(self) -> None:
        """Answers what an earlier process has heard and not answered."""
        for heard in self._transcript.unanswered():
            await self.answer(heard)

    async def _apologise(self, heard: Entry, turn: Turn) -> None:
        try:
            entries = self._transcript.apologise(heard, turn.messages, turn.language)
        except SQLAlchemyError as failure:
            # It stays unanswered, and is answered when the store is back.
            logger.error("An apology was not stored: %s", type(failure).__name__)
            sender = self._senders.get(heard.told["channel"])
            if sender is not None:
                for message in turn.messages:
                    await sender.apologise(heard.conversation, message["text"])
        else:
            await self._send(heard, entries)

    async def _send(self, heard: Entry, entries: list[Entry]) -> None:
        sender = self._senders.get(heard.told["channel"])
        if sender is not None:
            await sender.send(heard.conversation, entries)
