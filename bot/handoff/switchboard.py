"""Changes who answers: the change, the words that tell of it, and the mark that a message needs no
other answer are one transaction. Only then is anything sent, to the customer and to the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy.engine import Connection, Engine

from bot.channels.delivery import Delivery
from bot.clock import Clock
from bot.handoff.hold import Hold, NotPossible, State
from bot.handoff.notices import Notice, Notices
from bot.handoff.spoken import locale_of
from bot.language.identify import Language
from bot.store.desk import DeskStore, Filing, Kind, Ticket
from bot.store.drafts import Drafts
from bot.store.holds import Change, Holds
from bot.store.transcript import Entry, Transcript

# What was said lately: enough to know the language and the buttons on screen.
_LATELY = 20
_THE_QUEUE: tuple[State, ...] = ("waiting",)


class Overtaken(Exception):
    """People have taken the conversation while the bot was working on it."""


class Switchboard:
    def __init__(
        self,
        engine: Engine,
        holds: Holds,
        transcript: Transcript,
        delivery: Delivery,
        notices: Notices,
        drafts: Drafts,
        desk: DeskStore,
        clock: Clock,
    ) -> None:
        self._engine = engine
        self._holds = holds
        self._drafts = drafts
        self._desk = desk
        self._transcript = transcript
        self._delivery = delivery
        self._notices = notices
        self._clock = clock
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> None:
        """Told whenever it has changed who answers something."""
        self._watchers.append(watcher)

    def hold_of(self, conversation: str) -> Hold:
        return self._holds.of(conversation)

    def holds_of(self, conversations: Sequence[str]) -> list[Hold]:
        return self._holds.of_each(conversations)

    def with_people(self) -> list[Hold]:
        """The queue in its order, then what agents hold."""
        return self._holds.with_people()

    def lately(self, conversation: str) -> list[Entry]:
        return self._transcript.since(conversation, 0, _LATELY)

    def locale_of(self, conversation: str, requested: Language | None = None) -> str | None:
        return locale_of(self.lately(conversation), requested)

    def channel_of(self, conversation: str) -> str:
        """By which the customer wrote last."""
        heard = self._transcript.last_heard(conversation)
        return str(heard.told["channel"]) if heard else ""

    def now(self) -> float:
        return self._clock().timestamp()

    def check(self, connection: Connection, conversation: str, version: int) -> None:
        """In the transaction of a bot's turn: raises Overtaken where it must not be stored, as
        something has changed since the turn began.
        """
        current = self._holds.read(connection, conversation)
        if current.is_with_people or current.version != version:
            raise Overtaken

    def draft_of(self, conversation: str) -> dict[str, Any] | None:
        return self._drafts.of(conversation)

    def draft_in(self, connection: Connection, conversation: str) -> dict[str, Any] | None:
        """In the transaction of a bot's turn."""
        return self._drafts.read(connection, conversation)

    def keep_draft(self, connection: Connection, conversation: str, draft: dict[str, Any]) -> None:
        self._drafts.put(connection, conversation, draft)

    def ticket_of(self, conversation: str, kind: Kind | None) -> Ticket | None:
        """The customer's last request that is still open."""
        return self._desk.open_ticket(conversation, kind)

    async def take(
        self,
        heard: Entry,
        draft: dict[str, Any] | None,
        messages: list[dict[str, Any]],
        filing: Filing | None,
        language: str | None,
    ) -> list[Entry]:
        """One step of a callback or a message (bot/handoff/form/taking.py)."""
        conversation = heard.conversation
        with self._engine.begin() as connection:
            self._drafts.put(connection, conversation, draft)
            if filing is not None:
                self._desk.file(connection, conversation, filing)
            entries = self._transcript.answer(connection, messages, language, heard=heard)
        if filing is not None:
            self._changed()
        await self._delivery.send(heard.told["channel"], conversation, entries)
        return entries

    def answer(self, heard: Entry, said: dict[str, Any], locale: str | None) -> list[Entry]:
        """Stored, to be sent by whoever asks."""
        language = locale[:2] if locale else None
        with self._engine.begin() as connection:
            return self._transcript.answer(connection, [said], language, heard=heard)

    def settle(self, heard: Entry) -> None:
        """The message needs no answer of the bot's."""
        with self._engine.begin() as connection:
            self._transcript.settle(connection, heard, language=None)

    def reopen(self, conversation: str, change: Change) -> None:
        with self._engine.begin() as connection:
            self._holds.change(connection, conversation, change)
        self._changed()

    async def switch(
        self, conversation: str, change: Change, notice: Notice, heard: Entry | None = None
    ) -> list[Entry]:
        """The notice's entries. Raises NotPossible where somebody was faster. What was heard before
        an agent comes or goes is the agent's to answer: the bot does not, now or later.
        """
        locale = self.locale_of(conversation)
        with self._engine.begin() as connection:
            before = self._holds.read(connection, conversation)
            after = self._holds.change(connection, conversation, change)
            if heard is not None:
                self._transcript.settle(connection, heard, language=None)
            if "held" in (before.state, after.state):
                self._transcript.settle_all(connection, conversation)
            entries = self._store(connection, after, notice, locale)
        self._changed()
        await self._delivery.send(self.channel_of(conversation), conversation, entries)
        return entries

    async def tell(
        self, conversation: str, notice: Notice, to: Collection[State] = _THE_QUEUE
    ) -> None:
        """Of the queue. Raises NotPossible where the conversation is not in it any more."""
        locale = self.locale_of(conversation)
        with self._engine.begin() as connection:
            hold = self._holds.read(connection, conversation)
            if hold.state not in to:
                raise NotPossible
            entries = self._store(connection, hold, notice, locale)
        await self._delivery.send(self.channel_of(conversation), conversation, entries)

    async def speak(
        self, conversation: str, agent: int, body: dict[str, Any], message_id: str
    ) -> Entry:
        """An agent's words: `text`, `agent`, and `links` if any. Sent twice with the same id, they
        are said once. Raises NotPossible where the agent does not hold the conversation.
        """
        with self._engine.begin() as connection:
            self._holds.read(connection, conversation).require_agent(agent)
            entry, is_new = self._transcript.speak(connection, conversation, body, message_id)
        if is_new:
            await self._delivery.send(self.channel_of(conversation), conversation, [entry])
        return entry

    async def typing(self, conversation: str, *, on: bool) -> None:
        await self._delivery.typing(self.channel_of(conversation), conversation, on=on)

    def _store(
        self, connection: Connection, hold: Hold, notice: Notice, locale: str | None
    ) -> list[Entry]:
        """With who answers from now on, for the customer's widget."""
        said = [{**self._notices.say(notice, locale), "holder": hold.state}]
        language = locale[:2] if locale else None
        return self._transcript.say(
            connection, said, language, conversation=hold.conversation, author="notice"
        )

    def _changed(self) -> None:
        for watcher in self._watchers:
            watcher()
