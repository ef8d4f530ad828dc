"""Who is signed in to the desk (OWASP Session Management Cheat Sheet)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.desk.accounts import Agent, agent_of
from bot.store.tables import agents
from bot.store.tables import desk_sessions as table

# In seconds.
LIFE = 12 * 3600.0
IDLE = 3600.0
# So much less a session may live idle: not every request writes.
_SEEN_EVERY = 60.0

_TOKEN_BYTES = 32


@dataclass(frozen=True)
class DeskSession:
    """`token` is the cookie's, and the browser's alone; `csrf` is for the page to send back."""

    token: str = field(repr=False)
    csrf: str = field(repr=False)


class Signed(NamedTuple):
    """Who asks, and the token that a changing request must carry."""

    agent: Agent
    csrf: str


class DeskSessions:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def begin(self, agent: Agent) -> DeskSession:
        """Also forgets the sessions that are over."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        now = self._clock().timestamp()
        over = sa.or_(table.c.began <= now - LIFE, table.c.seen <= now - IDLE)
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(over))
            connection.execute(
                table.insert().values(
                    token_sha256=_digest(token), agent=agent.id, began=now, seen=now
                )
            )
        return DeskSession(token, _csrf(token))

    def of(self, token: str) -> Signed | None:
        """The agent as they are now; being asked for keeps the session from being idle."""
        row = self._row(token)
        if row is None:
            return None
        now = self._clock().timestamp()
        if now - row["seen"] >= _SEEN_EVERY:
            mine = table.c.token_sha256 == _digest(token)
            with self._engine.begin() as connection:
                connection.execute(table.update().where(mine).values(seen=now))
        return Signed(agent_of(row), _csrf(token))

    def is_over(self, token: str) -> bool:
        """Asking does not keep it from being idle."""
        return self._row(token) is None

    def _row(self, token: str) -> Any:
        now = self._clock().timestamp()
        query = (
            sa.select(agents, table.c.seen)
            .join_from(table, agents, table.c.agent == agents.c.id)
            .where(
                table.c.token_sha256 == _digest(token),
                table.c.began > now - LIFE,
                table.c.seen > now - IDLE,
                agents.c.disabled.is_(False),
            )
        )
        with self._engine.connect() as connection:
            return connection.execute(query).mappings().first()

    def end(self, token: str) -> None:
        self._end(table.c.token_sha256 == _digest(token))

    def end_all(self, agent: Agent) -> None:
        self._end(table.c.agent == agent.id)

    def _end(self, which: sa.sql.ColumnElement[sa.Boolean]) -> None:
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(which))


def _digest(token: str) -> str:
    """No salt and no slow hash: nobody guesses 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _csrf(token: str) -> str:
    """Bound to the session, and of no use without its cookie (OWASP Cross-Site Request Forgery
    Prevention Cheat Sheet, synchronizer token). Made from the token, it need not be stored.
    """
    key = token.encode("utf-8", "surrogatepass")
    return hmac.new(key, b"prorata desk csrf", hashlib.sha256).hexdigest()
