"""Who writes on a messaging platform: how they are reached, and who they have proved to be."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import conversations, peers, transcript


@dataclass(frozen=True)
class Peer:
    """`account` is None where nobody is signed in, or not any more, and in a group (`private` is
    False), where others read along.
    """

    key: str
    conversation: str
    channel: str
    address: dict[str, Any]
    locale: str | None = None
    private: bool = True
    account: str | None = None
    stopped: bool = False


# Made once: making them takes as long as running them.
_BY_KEY = sa.select(peers).where(peers.c.key == sa.bindparam("known_by"))
_HAS_SAID = (
    sa.select(transcript.c.seq)
    .join(conversations, conversations.c.id == transcript.c.conversation)
    .where(
        conversations.c.peer == sa.bindparam("known_by"),
        transcript.c.message_id == sa.bindparam("message_id"),
    )
    .limit(1)
)
_IN_CONVERSATION = sa.select(peers).where(peers.c.conversation == sa.bindparam("known_by"))


class Peers:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def of(self, key: str) -> Peer | None:
        return self._find(_BY_KEY, key)

    def in_conversation(self, conversation: str) -> Peer | None:
        return self._find(_IN_CONVERSATION, conversation)

    def has_said(self, key: str, message_id: str) -> bool:
        """In any of their conversations."""
        asked = {"known_by": key, "message_id": message_id}
        with self._engine.connect() as connection:
            return connection.execute(_HAS_SAID, asked).first() is not None

    def meet(self, peer: Peer) -> Peer:
        """The peer as stored: new, or known, and from now on reached in this way."""
        known = self.of(peer.key)
        if known is None:
            with self._engine.begin() as connection:
                connection.execute(peers.insert().values(asdict(peer)))
            return peer
        locale = peer.locale or known.locale
        met = replace(known, address=peer.address, locale=locale, private=peer.private)
        if met == known:
            return known
        self._set(peer.key, address=met.address, locale=met.locale, private=met.private)
        return self.of(peer.key) or met

    def sign_in(self, key: str, account: str, until: float) -> None:
        """`until` in seconds since 1970."""
        self._set(key, account=account, account_until=until)

    def sign_out(self, key: str) -> None:
        self._set(key, account=None, account_until=None)

    def move(self, key: str, conversation: str, locale: str | None) -> None:
        """Into a conversation of which nothing is known yet, but for its locale."""
        self._set(key, conversation=conversation, locale=locale)

    def stop(self, key: str) -> None:
        self._set(key, stopped=True)

    def resume(self, key: str) -> None:
        self._set(key, stopped=False)

    def _find(self, query: sa.sql.Select, known_by: str) -> Peer | None:
        with self._engine.connect() as connection:
            row = connection.execute(query, {"known_by": known_by}).mappings().first()
        return self._peer(row) if row else None

    def _peer(self, row: Any) -> Peer:
        until, now = row["account_until"] or 0.0, self._clock().timestamp()
        return Peer(
            key=row["key"],
            conversation=row["conversation"],
            channel=row["channel"],
            address=row["address"],
            locale=row["locale"],
            private=row["private"],
            account=row["account"] if row["private"] and until > now else None,
            stopped=row["stopped"],
        )

    def _set(self, key: str, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(peers.update().where(peers.c.key == key).values(values))
