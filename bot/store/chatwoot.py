"""What Chatwoot calls our conversations, how far each was read there, and its agents' names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.store.tables import chatwoot_agents, chatwoot_conversations

_table = chatwoot_conversations.c


@dataclass(frozen=True)
class Chat:
    """One of our conversations at Chatwoot: `number` is the one in its addresses, None while there
    is none. `seen` is its last message that was read, `status` and `assignee` what it had then.
    `trying` names what was begun there last; whether it got through may not be known.
    """

    conversation: str
    contact: int | None = None
    number: int | None = None
    seen: int = 0
    status: str | None = None
    assignee: int | None = None
    trying: str | None = None


class Chats:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, conversation: str) -> Chat:
        return self._one(_table.conversation == conversation) or Chat(conversation)

    def numbered(self, number: int) -> Chat | None:
        return self._one(_table.number == number)

    def unresolved(self) -> list[str]:
        """The conversations in which somebody at Chatwoot may still answer."""
        query = sa.select(_table.conversation).where(
            _table.number.is_not(None), _table.status != "resolved"
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def note(self, conversation: str, **values: Any) -> None:
        """`values` are fields of a Chat."""
        mine = _table.conversation == conversation
        with self._engine.begin() as connection:
            changed = connection.execute(chatwoot_conversations.update().where(mine).values(values))
            if not changed.rowcount:
                row = {"conversation": conversation, "seen": 0, **values}
                connection.execute(chatwoot_conversations.insert().values(row))

    def agents(self) -> dict[int, str]:
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(chatwoot_agents)).all()
        return {row.number: row.name for row in rows}

    def name_agent(self, number: int, name: str) -> None:
        mine = chatwoot_agents.c.number == number
        with self._engine.begin() as connection:
            connection.execute(chatwoot_agents.delete().where(mine))
            connection.execute(chatwoot_agents.insert().values(number=number, name=name))

    def _one(self, condition: Any) -> Chat | None:
        with self._engine.connect() as connection:
            query = sa.select(chatwoot_conversations).where(condition)
            row = connection.execute(query).mappings().first()
        return Chat(**row) if row else None
