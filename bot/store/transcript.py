"""What was said in a conversation, in order; also the list of messages that still need an answer.

A customer's message is stored here before anything is done with it. The answers are stored in the
transaction that stores the conversation's state, so that a message is answered once and for good,
whenever the process ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.clock import Clock
from bot.store.tables import transcript

Author = Literal["customer", "bot", "agent", "notice"]

_NEEDS_NO_ANSWER = True


@dataclass(frozen=True)
class Entry:
    """`seq` orders the entries of a conversation; `body` is a neutral message: `text`, and
    `response`, `buttons`, `quote`, `links` if any.
    """

    seq: int
    conversation: str
    at: datetime
    author: Author
    body: dict[str, Any]
    language: str | None = None
    message_id: str | None = None
    told: dict[str, Any] = field(default_factory=dict, repr=False)


class Transcript:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def hear(
        self,
        conversation: str,
        body: dict[str, Any],
        told: dict[str, Any],
        message_id: str | None = None,
    ) -> tuple[Entry, bool]:
        """The customer's message as stored, and whether it is new: one that came before with the
        same id is not stored again. Raises SQLAlchemyError where it could not be stored.
        """
        with self._engine.begin() as connection:
            known = self._find(connection, conversation, message_id) if message_id else None
            if known is not None:
                return known, False
            row = self._row(conversation, "customer", body, None, not _NEEDS_NO_ANSWER)
            row |= {"told": told, "message_id": message_id}
            return self._insert(connection, row), True

    def answer(
        self,
        connection: Connection,
        messages: Iterable[dict[str, Any]],
        language: str | None,
        *,
        heard: Entry,
    ) -> list[Entry]:
        """Stores what the bot says to `heard`, in the transaction of `connection`."""
        self.settle(connection, heard, language)
        return self.say(connection, messages, language, conversation=heard.conversation)

    def say(
        self,
        connection: Connection,
        messages: Iterable[dict[str, Any]],
        language: str | None,
        *,
        conversation: str,
        author: Author = "bot",
    ) -> list[Entry]:
        return [
            self._insert(
                connection, self._row(conversation, author, body, language, _NEEDS_NO_ANSWER)
            )
            for body in messages
        ]

    def speak(
        self, connection: Connection, conversation: str, body: dict[str, Any], message_id: str
    ) -> tuple[Entry, bool]:
        """An agent's words, and whether they are new."""
        known = self._find(connection, conversation, message_id)
        if known is not None:
            return known, False
        row = self._row(conversation, "agent", body, None, _NEEDS_NO_ANSWER)
        return self._insert(connection, {**row, "message_id": message_id}), True

    def settle(self, connection: Connection, heard: Entry, language: str | None) -> None:
        """The message needs no answer any more."""
        connection.execute(
            transcript.update()
            .where(transcript.c.seq == heard.seq)
            .values(answered=True, language=language)
        )

    def settle_all(self, connection: Connection, conversation: str) -> None:
        """No message of the conversation needs an answer any more."""
        connection.execute(
            transcript.update()
            .where(transcript.c.conversation == conversation, ~transcript.c.answered)
            .values(answered=True)
        )

    def needs_answer(self, heard: Entry) -> bool:
        query = sa.select(transcript.c.answered).where(transcript.c.seq == heard.seq)
        with self._engine.connect() as connection:
            return not connection.execute(query).scalar()

    def apologise(
        self, heard: Entry, messages: Iterable[dict[str, Any]], language: str | None
    ) -> list[Entry]:
        """The answer where there can be no other. SQLAlchemyError where it cannot be stored."""
        with self._engine.begin() as connection:
            return self.answer(connection, messages, language, heard=heard)

    def since(self, conversation: str, seq: int, at_most: int) -> list[Entry]:
        """The last entries after `seq`, in order."""
        query = (
            sa.select(transcript)
            .where(transcript.c.conversation == conversation, transcript.c.seq > seq)
            .order_by(transcript.c.seq.desc())
            .limit(at_most)
        )
        with self._engine.connect() as connection:
            return [_entry(row) for row in reversed(connection.execute(query).mappings().all())]

    def last_heard(self, conversation: str) -> Entry | None:
        """The customer's last message."""
        query = (
            sa.select(transcript)
            .where(transcript.c.conversation == conversation, transcript.c.author == "customer")
            .order_by(transcript.c.seq.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return _entry(row) if row else None

    def unanswered(self) -> list[Entry]:
        """Of all conversations, in the order in which they came."""
        query = sa.select(transcript).where(~transcript.c.answered).order_by(transcript.c.seq)
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

    def _find(self, connection: Connection, conversation: str, message_id: str) -> Entry | None:
        query = sa.select(transcript).where(
            transcript.c.conversation == conversation, transcript.c.message_id == message_id
        )
        row = connection.execute(query).mappings().first()
        return _entry(row) if row else None

    def _row(
        self,
        conversation: str,
        author: Author,
        body: dict[str, Any],
        language: str | None,
        answered: bool,
    ) -> dict[str, Any]:
        return {
            "conversation": conversation,
            "at": self._clock().timestamp(),
            "author": author,
            "language": language,
            "message_id": None,
            "body": body,
            "told": {},
            "answered": answered,
        }

    def _insert(self, connection: Connection, row: dict[str, Any]) -> Entry:
        (seq,) = connection.execute(transcript.insert().values(row)).inserted_primary_key
        return _entry({**row, "seq": seq})


def _entry(row: Any) -> Entry:
    return Entry(
        seq=row["seq"],
        conversation=row["conversation"],
        at=datetime.fromtimestamp(row["at"], timezone.utc),
        author=row["author"],
        body=row["body"],
        language=row["language"],
        message_id=row["message_id"],
        told=row["told"],
    )
