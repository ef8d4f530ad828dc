"""Who answers which conversation, changed one transaction at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.handoff.hold import Hold, NotPossible
from bot.store.tables import holds

Change = Callable[[Hold], Hold]

# Made once: making them takes as long as running them.
_OF = sa.select(holds).where(holds.c.conversation == sa.bindparam("conversation"))
_OF_LOCKED = _OF.with_for_update()


class Holds:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, conversation: str) -> Hold:
        with self._engine.connect() as connection:
            return self._read(connection, conversation, lock=False)

    def of_each(self, conversations: Sequence[str]) -> list[Hold]:
        """In the same order."""
        query = sa.select(holds).where(holds.c.conversation.in_(conversations))
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        known = {row["conversation"]: _hold(row) for row in rows}
        return [known.get(conversation) or Hold(conversation) for conversation in conversations]

    def read(self, connection: Connection, conversation: str) -> Hold:
        """In a transaction: nobody else changes it until that ends."""
        return self._read(connection, conversation, lock=True)

    def change(self, connection: Connection, conversation: str, change: Change) -> Hold:
        """The hold after the change. Raises NotPossible, also where somebody else was faster."""
        before = self.read(connection, conversation)
        after = replace(change(before), version=before.version + 1)
        values = asdict(after)
        if before.version == 0:
            try:
                connection.execute(holds.insert().values(values))
            except IntegrityError:
                raise NotPossible from None
            return after
        changed = connection.execute(
            holds.update()
            .where(holds.c.conversation == conversation, holds.c.version == before.version)
            .values(values)
        )
        if not changed.rowcount:
            raise NotPossible
        return after

    def with_people(self) -> list[Hold]:
        """The queue in its order, then what agents hold."""
        query = sa.select(holds).where(holds.c.state.in_(("waiting", "held")))
        with self._engine.connect() as connection:
            found = [_hold(row) for row in connection.execute(query).mappings()]
        return sorted(found, key=lambda hold: (hold.state != "waiting", hold.place))

    def _read(self, connection: Connection, conversation: str, *, lock: bool) -> Hold:
        query = _OF_LOCKED if lock else _OF
        row = connection.execute(query, {"conversation": conversation}).mappings().first()
        return _hold(row) if row else Hold(conversation)


def _hold(row: Any) -> Hold:
    return Hold(**{column.name: row[column.name] for column in holds.columns})
