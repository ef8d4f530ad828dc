"""What customers thought of answers, and of whole conversations; the last word counts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import feedback, ratings, transcript


class Feedback:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def judge(self, conversation: str, seq: int, helpful: bool) -> bool:
        """False where the conversation has no such answer."""
        said = sa.select(transcript.c.seq).where(
            transcript.c.conversation == conversation,
            transcript.c.seq == seq,
            transcript.c.author != "customer",
        )
        with self._engine.connect() as connection:
            if connection.execute(said).first() is None:
                return False
        self._put(feedback, {"conversation": conversation, "seq": seq}, {"helpful": helpful})
        return True

    def rate(self, conversation: str, stars: int, comment: str | None) -> None:
        self._put(ratings, {"conversation": conversation}, {"stars": stars, "comment": comment})

    def _put(self, table: sa.Table, key: dict[str, Any], values: dict[str, Any]) -> None:
        mine = sa.and_(*(table.c[name] == value for name, value in key.items()))
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(mine))
            connection.execute(table.insert().values(**key, **values, at=self._clock().timestamp()))
