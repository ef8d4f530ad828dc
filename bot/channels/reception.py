"""The one way a customer's message takes, whatever the channel: stored, answered in its turn, sent.

A message is stored before anything is done with it. Its answers are stored together with the state
of the conversation, and sent after that. So a message is answered once, also when it comes twice,
when its sender goes away, or when the process ends in between.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.delivery import Delivery
from bot.channels.failures import described
from bot.channels.inbound import Problem, read
from bot.channels.pace import Pace
from bot.channels.recorder import Recorder, Store
from bot.channels.turn import Turn
from bot.handoff.hold import Hold
from bot.handoff.notices import Notice
from bot.handoff.switchboard import Overtaken
from bot.store.transcript import Entry, Transcript

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Incoming:
    """`text` is any JSON value; `payload` is set where a button stands for it, `problem` where the
    channel knows that it cannot be understood, `done` where it has done what was asked for; `quiet`
    needs no answer. `locale` and `account` come from the channel, never from what was typed.
    """

    conversation: str
    channel: str
    text: Any
    message_id: str | None = None
    locale: str | None = None
    account: str | None = None
    payload: str | None = None
    problem: Problem | None = None
    done: Notice | None = None
    quiet: bool = False


class Record(Protocol):
    """Stores a turn in the transaction that stores the conversation's state."""

    def __call__(self, connection: Connection, *, turn: Turn) -> None: ...


class Bot(Protocol):
    def lock(self, conversation: str) -> AbstractAsyncContextManager[Any]: ...

    async def converse(self, heard: Entry, record: Record) -> Turn: ...

    async def greet(self, conversation: str, told: dict[str, Any], record: Record) -> Turn: ...

    async def trouble(self, conversation: str, told: dict[str, Any]) -> Turn: ...


class People(Protocol):
    """Who may take a conversation from the bot (bot/handoff/customers.py)."""

    def hold_of(self, conversation: str) -> Hold: ...

    async def take(self, heard: Entry) -> list[Entry] | None: ...

    def check(self, connection: Connection, conversation: str, version: int) -> None: ...

    def settle(self, heard: Entry) -> None: ...

    def confirm(self, heard: Entry, notice: Notice) -> list[Entry]: ...

    def completed(
        self, connection: Connection, conversation: str, turn: Turn
    ) -> list[dict[str, Any]]: ...


class Reception:
    def __init__(
        self, bot: Bot, transcript: Transcript, delivery: Delivery, people: People
    ) -> None:
        self._bot = bot
        self._transcript = transcript
        self._delivery = delivery
        self._people = people
        self._answering: set[int] = set()
        self._pace = Pace()

    def hear(self, incoming: Incoming) -> tuple[Entry, bool]:
        """The message as stored, and whether it is new. SQLAlchemyError where it is not stored."""
        inbound = read(incoming.text)
        told = {
            "channel": incoming.channel,
            "locale": incoming.locale,
            "account": incoming.account,
            "payload": incoming.payload,
            "problem": None if incoming.payload else incoming.problem or inbound.problem,
            "masked": inbound.masked or None,
            "done": incoming.done and incoming.done.kept(),
            "quiet": incoming.quiet or None,
        }
        heard, is_new = self._transcript.hear(
            incoming.conversation,
            {"text": inbound.text},
            {name: value for name, value in told.items() if value is not None},
            incoming.message_id,
            answered=incoming.quiet,
        )
        if is_new:
            self._take_up(heard)
        return heard, is_new

    def _take_up(self, heard: Entry) -> None:
        """For the customer's other tabs and the desk it comes before all that is stored later."""
        self._answering.add(heard.seq)
        self._delivery.queue(heard.told["channel"], heard.conversation, [heard])

    async def answer(self, heard: Entry) -> Turn:
        """After the answers to what was heard before it in the same conversation; what is written
        to people does not wait for the bot.
        """
        try:
            await self._delivery.flush(heard.told["channel"], heard.conversation)
            if self.is_with_people(heard.conversation):
                return await self._answer(heard)
            async with self._bot.lock(heard.conversation):
                return await self._answer(heard)
        finally:
            self._answering.discard(heard.seq)

    async def _answer(self, heard: Entry) -> Turn:
        try:
            if not self._transcript.needs_answer(heard):
                return self._quiet(heard, [])  # an agent has come or gone meanwhile
            if "done" in heard.told:
                return await self._confirm(heard, Notice(**heard.told["done"]))
            taken = await self._people.take(heard)
            if taken is not None:
                return self._quiet(heard, taken)
            if self._delivery.is_apart(heard.told["channel"]):
                await self._pace.begin()
            return await self._of_the_bot(heard)
        except Overtaken:
            # People stepped in meanwhile: what the bot has made of it is thrown away.
            self._people.settle(heard)
            return self._quiet(heard, [])
        except Exception as failure:
            # Whatever it was, the customer is told; its text could hold their words.
            logger.error("A message was not answered: %s", described(failure))
            turn = await self._bot.trouble(heard.conversation, heard.told)
            return await self._apologise(heard, turn)

    async def _of_the_bot(self, heard: Entry) -> Turn:
        channel, conversation = heard.told["channel"], heard.conversation
        recorder = self._recorder(partial(self._transcript.answer, heard=heard), conversation)
        await self._delivery.typing(channel, conversation, on=True)
        try:
            turn = await self._bot.converse(heard, recorder)
            if not turn.stored:
                return await self._apologise(heard, turn)
            await self._send(heard, recorder.entries)
            return replace(turn, messages=[entry.body for entry in recorder.entries])
        finally:
            await self._delivery.typing(channel, conversation, on=False)

    def _recorder(self, store: Store, conversation: str) -> Recorder:
        version = self._people.hold_of(conversation).version
        return Recorder(self._people, store, conversation, version)

    def _quiet(self, heard: Entry, taken: list[Entry]) -> Turn:
        """A turn without the bot."""
        hold = self._people.hold_of(heard.conversation)
        said, language = [one.body for one in taken], taken[-1].language if taken else None
        return Turn(None, language, None, [], None, said, holder=hold.state)

    async def _confirm(self, heard: Entry, done: Notice) -> Turn:
        confirmed = self._people.confirm(heard, done)
        await self._send(heard, confirmed)
        return self._quiet(heard, confirmed)

    async def greet(self, incoming: Incoming) -> None:
        """Says hello in a conversation in which nothing was said yet."""
        told = {"channel": incoming.channel, "locale": incoming.locale}
        async with self._bot.lock(incoming.conversation):
            if self._transcript.since(incoming.conversation, 0, at_most=1):
                return
            store = partial(self._transcript.say, conversation=incoming.conversation)
            recorder = self._recorder(store, incoming.conversation)
            try:
                await self._bot.greet(incoming.conversation, told, recorder)
            except Overtaken:
                return  # an agent has said hello
            await self._delivery.send(incoming.channel, incoming.conversation, recorder.entries)

    async def trouble(self, incoming: Incoming) -> Turn:
        """What is said where a message could not even be stored."""
        told = {"channel": incoming.channel, "locale": incoming.locale}
        return await self._bot.trouble(incoming.conversation, told)

    def resume(self) -> list[Coroutine[Any, Any, None]]:
        """One for each conversation with messages that were heard and not answered: by an earlier
        process, or while the store was out of reach.
        """
        left: dict[str, list[Entry]] = {}
        for heard in self._transcript.unanswered():
            if heard.seq not in self._answering:
                self._take_up(heard)
                left.setdefault(heard.conversation, []).append(heard)
        return [self._answer_all(heard) for heard in left.values()]

    async def _answer_all(self, left: list[Entry]) -> None:
        """All wait for their turn from now on, so that nobody who comes later is between them."""
        await asyncio.gather(*(self.answer(heard) for heard in left))

    def is_with_people(self, conversation: str) -> bool:
        """Where that cannot be known, the bot says that something is wrong."""
        try:
            return self._people.hold_of(conversation).is_with_people
        except SQLAlchemyError:
            return False

    async def _apologise(self, heard: Entry, turn: Turn) -> Turn:
        try:
            if self._people.hold_of(heard.conversation).is_with_people:
                self._people.settle(heard)
                return self._quiet(heard, [])
            entries = self._transcript.apologise(heard, turn.messages, turn.language)
        except SQLAlchemyError as failure:
            # It stays unanswered, and is answered when the store is back.
            logger.error("An apology was not stored: %s", type(failure).__name__)
            for message in turn.messages:
                await self._delivery.apologise(
                    heard.told["channel"], heard.conversation, message["text"]
                )
        else:
            await self._send(heard, entries)
        return turn

    async def _send(self, heard: Entry, entries: list[Entry]) -> None:
        await self._delivery.send(heard.told["channel"], heard.conversation, entries)
