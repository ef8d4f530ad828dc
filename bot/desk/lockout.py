"""After too many failures a login, or a network, has to wait (OWASP Authentication Cheat Sheet,
account lockout). Logins that do not exist are counted like the others, so that it tells nothing.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.clock import Clock
from bot.store.tables import sign_in_failures as table

A_LOGIN = 5
AN_ADDRESS = 30
# In seconds: how close together the failures are, and how long the lock is from the last of them.
WINDOW = 900.0
LOCK = 900.0


class LockedOut(Exception):
    """`seconds` until the next attempt is looked at, at least 1."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"locked for {seconds} s")
        self.seconds = seconds


@dataclass(frozen=True)
class Attempt:
    """`login` and `address` are keys, not what was typed; `rows` are its failures in the store."""

    login: str
    address: str
    rows: tuple[int, ...] = ()


class Lockout:
    """An attempt is a failure until it is forgiven: many at the same time count each other."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def attempt(self, login: str, address: str) -> Attempt:
        """Raises LockedOut; what is refused so does not prolong the lock."""
        tried = Attempt(_key("login", login), _key("address", network_of(address)))
        now = self._clock().timestamp()
        with self._engine.begin() as connection:
            # The rows first: from here on other processes wait to write theirs.
            rows = tuple(_add(connection, key, now) for key in (tried.login, tried.address))
            connection.execute(table.delete().where(table.c.at <= now - WINDOW - LOCK))
            until = max(
                _locked_until(connection, tried.login, A_LOGIN, rows),
                _locked_until(connection, tried.address, AN_ADDRESS, rows),
            )
            if until > now:
                raise LockedOut(math.ceil(until - now))
        return Attempt(tried.login, tried.address, rows)

    def forgive(self, attempt: Attempt) -> None:
        """It was the right password: nothing is held against the login any more, and this attempt
        not against the address.
        """
        with self._engine.begin() as connection:
            connection.execute(
                table.delete().where(
                    sa.or_(table.c.key == attempt.login, table.c.id.in_(attempt.rows))
                )
            )


def network_of(address: str) -> str:
    """Who has one IPv6 address has 2^64 of them (RFC 6177): they count as one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped) if ip.ipv4_mapped else f"{int(ip) >> 64:x}::/64"
    return str(ip)


def _key(kind: str, text: str) -> str:
    return f"{kind}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _add(connection: Connection, key: str, now: float) -> int:
    return int(connection.execute(table.insert().values(key=key, at=now)).inserted_primary_key[0])


def _locked_until(connection: Connection, key: str, limit: int, own: tuple[int, ...]) -> float:
    """0 where the last failures before this attempt are fewer than `limit`, or far apart."""
    query = (
        sa.select(table.c.at)
        .where(table.c.key == key, table.c.id.not_in(own))
        .order_by(table.c.at.desc())
        .limit(limit)
    )
    times = connection.execute(query).scalars().all()
    if len(times) < limit or times[0] - times[-1] >= WINDOW:
        return 0.0
    return float(times[0]) + LOCK
