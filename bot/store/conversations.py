"""Which conversations there are: on which channel, whose, and whether they are over."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import conversations

# Made once: making them takes as long as running them.
_MINE = conversations.c.id == sa.bindparam("mine")
_OF = sa.select(conversations).where(_MINE)
_GIVE = conversations.update().where(_MINE).values(account=sa.bindparam("owner"))
_INSERT = conversations.insert()


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
        with self._engine.connect() as connection:
            row = connection.execute(_OF, {"mine": conversation}).mappings().first()
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
            row = connection.execute(_OF, {"mine": conversation}).mappings().first()
            if row is None:
                new = {"id": conversation, "channel": channel, "account": account, "peer": peer}
                connection.execute(_INSERT, {**new, "began": self._now()})
                return account is not None
            if account is None or row["account"] is not None:
                return False
            connection.execute(_GIVE, {"mine": conversation, "owner": account})
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
