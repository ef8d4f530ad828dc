"""What was said in a conversation, in order; also the list of messages that still need an answer.

A customer's message is stored here before anything is done with it. The answers are stored in the
transaction that stores the conversation's state, so that a message is answered once and for good,
whenever the process ends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.clock import Clock
from bot.store.tables import transcript

Author = Literal["customer", "bot", "agent", "notice"]

_NEEDS_NO_ANSWER = True

# Made once: making them takes as long as running them.
_INSERT = transcript.insert()
_SETTLE = (
    transcript.update()
    .where(transcript.c.seq == sa.bindparam("heard"))
    .values(answered=True, language=sa.bindparam("spoken"))
)
_IS_ANSWERED = sa.select(transcript.c.answered).where(transcript.c.seq == sa.bindparam("heard"))
_OF = sa.select(transcript).where(transcript.c.conversation == sa.bindparam("conversation"))
_WITH_ID = _OF.where(transcript.c.message_id == sa.bindparam("message_id"))
_AFTER = _OF.where(transcript.c.seq > sa.bindparam("after")).limit(sa.bindparam("at_most"))
_FROM_THE_START = _AFTER.order_by(transcript.c.seq)
_FROM_THE_END = _AFTER.order_by(transcript.c.seq.desc())
_HEARD = (
    _OF.where(transcript.c.author == "customer")
    .order_by(transcript.c.seq.desc())
    .limit(sa.bindparam("at_most"))
)


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
        *,
        answered: bool = not _NEEDS_NO_ANSWER,
    ) -> tuple[Entry, bool]:
        """The customer's message as stored, and whether it is new: one that came before with the
        same id is not stored again. Raises SQLAlchemyError where it could not be stored.
        """
        with self._engine.begin() as connection:
            known = self._find(connection, conversation, message_id) if message_id else None
            if known is not None:
                return known, False
            row = self._row(conversation, "customer", body, None, answered)
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
        connection.execute(_SETTLE, {"heard": heard.seq, "spoken": language})

    def settle_all(self, connection: Connection, conversation: str) -> None:
        """No message of the conversation needs an answer any more."""
        connection.execute(
            transcript.update()
            .where(transcript.c.conversation == conversation, ~transcript.c.answered)
            .values(answered=True)
        )

    def needs_answer(self, heard: Entry) -> bool:
        with self._engine.connect() as connection:
            return not connection.execute(_IS_ANSWERED, {"heard": heard.seq}).scalar()

    def apologise(
        self, heard: Entry, messages: Iterable[dict[str, Any]], language: str | None
    ) -> list[Entry]:
        """The answer where there can be no other. SQLAlchemyError where it cannot be stored."""
        with self._engine.begin() as connection:
            return self.answer(connection, messages, language, heard=heard)

    def since(
        self, conversation: str, seq: int, at_most: int, before: int | None = None
    ) -> list[Entry]:
        """The last entries after `seq`, and before another if it is given, in order."""
        asked = {"conversation": conversation, "after": seq, "at_most": at_most}
        query = _FROM_THE_END
        if before is not None:
            query = query.where(transcript.c.seq < before)
        with self._engine.connect() as connection:
            return [
                _entry(row) for row in reversed(connection.execute(query, asked).mappings().all())
            ]

    def lately(self, conversations: Collection[str], at_most: int) -> dict[str, list[Entry]]:
        """The last entries of each, in order; those without any are left out."""
        mine = transcript.c.conversation.in_(conversations)
        from_the_end = sa.func.row_number().over(
            partition_by=transcript.c.conversation, order_by=transcript.c.seq.desc()
        )
        # Of the index alone: what is not shown is not read.
        counted = sa.select(transcript.c.seq, from_the_end.label("place")).where(mine).subquery()
        last = sa.select(counted.c.seq).where(counted.c.place <= at_most)
        query = sa.select(transcript).where(transcript.c.seq.in_(last)).order_by(transcript.c.seq)
        found: dict[str, list[Entry]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query).mappings():
                found.setdefault(row["conversation"], []).append(_entry(row))
        return found

    def after(self, conversation: str, seq: int, at_most: int) -> list[Entry]:
        """The first entries after `seq`, in order."""
        asked = {"conversation": conversation, "after": seq, "at_most": at_most}
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(_FROM_THE_START, asked).mappings()]

    def last_heard(self, conversation: str) -> Entry | None:
        """The customer's last message."""
        return next(iter(self.heard_lately(conversation, 1)), None)

    def heard_lately(self, conversation: str, at_most: int) -> list[Entry]:
        """The customer's last messages, the last one first."""
        asked = {"conversation": conversation, "at_most": at_most}
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(_HEARD, asked).mappings()]

    def has_heard_since(self, entry: Entry) -> bool:
        """Whether the customer has written after it."""
        last = self.last_heard(entry.conversation)
        return last is not None and last.seq > entry.seq

    def unanswered(self) -> list[Entry]:
        """Of all conversations, in the order in which they came."""
        query = sa.select(transcript).where(~transcript.c.answered).order_by(transcript.c.seq)
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(query).mappings()]

    def knows(self, conversation: str, message_id: str) -> bool:
        with self._engine.connect() as connection:
            return self._find(connection, conversation, message_id) is not None

    def _find(self, connection: Connection, conversation: str, message_id: str) -> Entry | None:
        asked = {"conversation": conversation, "message_id": message_id}
        row = connection.execute(_WITH_ID, asked).mappings().first()
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
        (seq,) = connection.execute(_INSERT, row).inserted_primary_key
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
