"""How far each conversation was carried to a far side, and what was refused there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import carried, transcript, undelivered
from bot.store.transcript import Entry

_LONGEST_REASON = 120


@dataclass(frozen=True)
class Cursor:
    """Everything up to `seq` was carried, and `steps` of the entry after it."""

    seq: int = 0
    steps: int = 0


# Made once: making them takes as long as running them.
_MINE = (
    carried.c.side == sa.bindparam("its_side"),
    carried.c.conversation == sa.bindparam("its_conversation"),
)
_OF = sa.select(carried.c.seq, carried.c.steps).where(*_MINE)
_UPDATE = carried.update().where(*_MINE)
_INSERT = carried.insert()
_LATEST = sa.select(sa.func.max(transcript.c.seq))


class Cursors:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, side: str, conversation: str) -> Cursor:
        with self._engine.connect() as connection:
            row = connection.execute(_OF, _mine(side, conversation)).first()
        return Cursor(*row) if row else Cursor()

    def begin(self, side: str, conversation: str) -> None:
        """From its first entry; where it has begun already, nothing changes."""
        with self._engine.begin() as connection:
            if connection.execute(_OF, _mine(side, conversation)).first() is None:
                _insert(connection, side, conversation)

    def step(self, side: str, conversation: str, steps: int) -> None:
        """So many steps of the next entry are done."""
        with self._engine.begin() as connection:
            _put(connection, side, conversation, steps=steps)

    def move(self, side: str, conversation: str, seq: int) -> None:
        """The entry is carried."""
        with self._engine.begin() as connection:
            _put(connection, side, conversation, seq=seq, steps=0)

    def refuse(self, side: str, entry: Entry, reason: str) -> None:
        """The entry will not be carried; what comes after it may be."""
        with self._engine.begin() as connection:
            _note(connection, side, entry, reason)
            _put(connection, side, entry.conversation, seq=entry.seq, steps=0)

    def fail(self, side: str, entry: Entry, reason: str) -> bool:
        """The entry was carried, and has not arrived; False where that, or a refusal, is known."""
        with self._engine.begin() as connection:
            return _note(connection, side, entry, reason)

    def behind(self, side: str) -> list[str]:
        """The conversations with something left to carry: each is looked at."""
        more = sa.select(transcript.c.seq).where(
            transcript.c.conversation == carried.c.conversation, transcript.c.seq > carried.c.seq
        )
        query = sa.select(carried.c.conversation).where(carried.c.side == side, more.exists())
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def behind_since(self, side: str, after: int) -> set[str]:
        """Those in which something later than `after` is left: only what is later is looked at."""
        is_left = sa.select(carried.c.seq).where(
            carried.c.side == side,
            carried.c.conversation == transcript.c.conversation,
            carried.c.seq < transcript.c.seq,
        )
        query = sa.select(transcript.c.conversation).where(
            transcript.c.seq > after, is_left.exists()
        )
        with self._engine.connect() as connection:
            return set(connection.execute(query).scalars())

    def latest(self) -> int:
        """The `seq` of the last entry of all."""
        with self._engine.connect() as connection:
            return connection.execute(_LATEST).scalar() or 0

    def refused(self, conversation: str) -> dict[int, str]:
        """Why, by `seq`."""
        query = sa.select(undelivered.c.seq, undelivered.c.reason).where(
            undelivered.c.conversation == conversation
        )
        with self._engine.connect() as connection:
            return {row.seq: row.reason for row in connection.execute(query)}


def _note(connection: Connection, side: str, entry: Entry, reason: str) -> bool:
    """False where a reason is noted already: a piece can fail before the next one is refused."""
    mine = (undelivered.c.side == side, undelivered.c.seq == entry.seq)
    if connection.execute(sa.select(undelivered.c.seq).where(*mine)).first() is not None:
        return False
    row = {"conversation": entry.conversation, "reason": reason[:_LONGEST_REASON]}
    connection.execute(undelivered.insert().values(side=side, seq=entry.seq, **row))
    return True


def _put(connection: Connection, side: str, conversation: str, **values: Any) -> None:
    if not connection.execute(_UPDATE, _mine(side, conversation) | values).rowcount:
        _insert(connection, side, conversation, **values)


def _insert(connection: Connection, side: str, conversation: str, **values: Any) -> None:
    row = {"seq": 0, "steps": 0, **values}
    connection.execute(_INSERT, {"side": side, "conversation": conversation, **row})


def _mine(side: str, conversation: str) -> dict[str, Any]:
    return {"its_side": side, "its_conversation": conversation}
