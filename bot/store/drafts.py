"""The callback or message that a customer is being asked about, one a conversation at most."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import drafts

_OF = sa.select(drafts.c.draft).where(drafts.c.conversation == sa.bindparam("conversation"))


class Drafts:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, conversation: str) -> dict[str, Any] | None:
        with self._engine.connect() as connection:
            return self.read(connection, conversation)

    def read(self, connection: Connection, conversation: str) -> dict[str, Any] | None:
        found: dict[str, Any] | None = connection.execute(
            _OF, {"conversation": conversation}
        ).scalar()
        return found

    def put(self, connection: Connection, conversation: str, draft: dict[str, Any] | None) -> None:
        """None: nothing is asked any more."""
        connection.execute(drafts.delete().where(drafts.c.conversation == conversation))
        if draft is not None:
            connection.execute(drafts.insert().values(conversation=conversation, draft=draft))
