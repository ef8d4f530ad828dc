"""One-time links by which somebody on a messaging platform signs in, and the codes that finish it.

A link is offered, then vouched for by the company's page and pending until its code is typed, then
done. It is kept for an hour after its end, so that whoever guesses codes cannot begin anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.store.tables import sign_in_links as table

# Of one person, at once: somebody who is shown many prices is offered many.
OFFERED_AT_MOST = 5
# Codes for one link, and of one person for all that are kept.
TRIES, TRIES_IN_ALL = 5, 10
KEPT_SECONDS = 3600.0

_IS_OFFERED = table.c.account.is_(None)
_IS_PENDING = table.c.code_mac.is_not(None)


@dataclass(frozen=True)
class Pending:
    """Who signed in by the link `token_sha256`, and the code that is waited for until then. Times
    are seconds since 1970.
    """

    token_sha256: str
    peer: str
    until: float
    account: str
    account_until: float
    code_mac: str


class SignInLinks:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def offer(self, token_sha256: str, peer: str, until: float, now: float) -> None:
        """A new link, in the place of the oldest where the person has many; one that is known lasts
        until then if it was not used.
        """
        mine = table.c.token_sha256 == token_sha256
        with self._engine.begin() as connection:
            connection.execute(table.delete().where(~_is_kept(now)))
            if connection.execute(sa.select(table.c.peer).where(mine)).first() is not None:
                connection.execute(table.update().where(mine, _IS_OFFERED).values(until=until))
                return
            for old in _offered(connection, peer)[OFFERED_AT_MOST - 1 :]:
                connection.execute(table.delete().where(table.c.token_sha256 == old))
            connection.execute(
                table.insert().values(token_sha256=token_sha256, peer=peer, until=until, tries=0)
            )

    def vouch(
        self,
        token_sha256: str,
        account: str,
        account_until: float,
        code_mac: str,
        until: float,
        now: float,
    ) -> bool:
        """Whether the link was offered, and neither used nor over; from now on its code alone is
        waited for, of all that its person had.
        """
        mine = table.c.token_sha256 == token_sha256
        values = {"account": account, "account_until": account_until, "code_mac": code_mac}
        with self._engine.begin() as connection:
            used = connection.execute(
                table.update()
                .where(mine, _IS_OFFERED, table.c.until > now)
                .values(until=until, **values)
            )
            if not used.rowcount:
                return False
            peer = connection.execute(sa.select(table.c.peer).where(mine)).scalar_one()
            connection.execute(
                table.update().where(table.c.peer == peer, ~mine).values(code_mac=None)
            )
        return True

    def pending(self, peer: str) -> Pending | None:
        """Also one that is over."""
        columns = [table.c[name] for name in Pending.__dataclass_fields__]
        query = sa.select(*columns).where(table.c.peer == peer, _IS_PENDING)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return Pending(**row) if row else None

    def is_exhausted(self, peer: str, now: float) -> bool:
        """Whether the person has typed so many codes that no other is looked at."""
        with self._engine.connect() as connection:
            return _tries_of(connection, peer, now) >= TRIES_IN_ALL

    def attempt(self, pending: Pending, now: float) -> bool:
        """Counts a code, before it is looked at; False where it must not be."""
        with self._engine.begin() as connection:
            if _tries_of(connection, pending.peer, now) >= TRIES_IN_ALL:
                return False
            counted = connection.execute(
                table.update()
                .where(*_this(pending), table.c.tries < TRIES)
                .values(tries=table.c.tries + 1)
            )
        return bool(counted.rowcount)

    def finish(self, pending: Pending) -> None:
        """No code is of use for it any more."""
        with self._engine.begin() as connection:
            connection.execute(table.update().where(*_this(pending)).values(code_mac=None))


def _is_kept(now: float) -> sa.sql.ColumnElement[sa.Boolean]:
    return table.c.until >= now - KEPT_SECONDS


def _this(pending: Pending) -> tuple[sa.sql.ColumnElement[sa.Boolean], ...]:
    return table.c.token_sha256 == pending.token_sha256, _IS_PENDING


def _offered(connection: Connection, peer: str) -> list[str]:
    """The newest first."""
    query = (
        sa.select(table.c.token_sha256)
        .where(table.c.peer == peer, _IS_OFFERED)
        .order_by(table.c.until.desc())
    )
    return list(connection.execute(query).scalars())


def _tries_of(connection: Connection, peer: str, now: float) -> int:
    query = sa.select(sa.func.sum(table.c.tries)).where(table.c.peer == peer, _is_kept(now))
    return connection.execute(query).scalar() or 0
