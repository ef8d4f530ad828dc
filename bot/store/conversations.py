"""Which conversations there are: on which channel, whose, and whether they are over."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import conversations


@dataclass(frozen=True)
class Conversation:
    """`account` is the one that was signed in first, None where nobody was; `delivered` the `seq`
    up to which a widget that does not ask for it was sent everything.
    """

    id: str
    account: str | None = None
    ended: bool = False
    delivered: int = 0


def new_id() -> str:
    """Unguessable, though knowing it allows nothing; a row is made when something is said."""
    return secrets.token_hex(16)


class Conversations:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def of(self, conversation: str) -> Conversation:
        """One that has no row yet is new: nobody's, and not over."""
        query = sa.select(conversations).where(conversations.c.id == conversation)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return Conversation(conversation)
        return Conversation(row["id"], row["account"], row["ended"] is not None, row["delivered"])

    def begin(
        self, conversation: str, channel: str, account: str | None, peer: str | None = None
    ) -> bool:
        """Makes the row where there is none, and gives the conversation to `account` where it is
        nobody's yet; True where it did. `peer` is who has it on a messaging platform.
        """
        with self._engine.begin() as connection:
            mine = conversations.c.id == conversation
            row = connection.execute(sa.select(conversations).where(mine)).mappings().first()
            if row is None:
                connection.execute(
                    conversations.insert().values(
                        id=conversation,
                        channel=channel,
                        account=account,
                        began=self._now(),
                        peer=peer,
                    )
                )
                return account is not None
            if account is None or row["account"] is not None:
                return False
            connection.execute(conversations.update().where(mine).values(account=account))
        return True

    def end(self, conversation: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                conversations.update()
                .where(conversations.c.id == conversation, conversations.c.ended.is_(None))
                .values(ended=self._now())
            )

    def deliver(self, conversation: str, seq: int) -> None:
        with self._engine.begin() as connection:
            connection.execute(
                conversations.update()
                .where(conversations.c.id == conversation, conversations.c.delivered < seq)
                .values(delivered=seq)
            )

    def _now(self) -> float:
        return self._clock().timestamp()
