"""What the bot has stored, read beside it."""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.store.outbox import Cursors
from bot.store.tables import peers, transcript

_POLL = 0.1


class Book:
    """`sides` are the platforms."""

    def __init__(self, database: Path, sides: Collection[str]) -> None:
        self._engine = sa.create_engine(f"sqlite:///{database}", connect_args={"timeout": 30})
        self._cursors, self._sides = Cursors(self._engine), sides

    def await_quiet(self, within: float) -> bool:
        """Whether everything is answered and carried by then."""
        until = time.monotonic() + within
        while not self._is_quiet():
            if time.monotonic() > until:
                return False
            time.sleep(_POLL)
        return True

    def conversation(self, key: str) -> str | None:
        """Of the person who is known by it."""
        query = sa.select(peers.c.conversation).where(peers.c.key == key)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def heard(self, conversation: str) -> list[str]:
        """What the customer has said, in the order in which it is answered."""
        return [str(body["text"]) for body in self._bodies(conversation, "customer")]

    def responses(self, conversation: str) -> list[str]:
        return [str(body.get("response")) for body in self._bodies(conversation, "bot")]

    def count(self) -> int:
        """The customers' messages that are stored."""
        query = sa.select(sa.func.count()).where(transcript.c.author == "customer")
        with self._engine.connect() as connection:
            return int(connection.execute(query.select_from(transcript)).scalar_one())

    def _bodies(self, conversation: str, author: str) -> list[dict[str, Any]]:
        mine = transcript.c.conversation == conversation, transcript.c.author == author
        query = sa.select(transcript.c.body).where(*mine).order_by(transcript.c.seq)
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def _is_quiet(self) -> bool:
        unanswered = sa.select(transcript.c.seq).where(~transcript.c.answered).limit(1)
        with self._engine.connect() as connection:
            if connection.execute(unanswered).first():
                return False
        return not any(self._cursors.behind(side) for side in self._sides)
