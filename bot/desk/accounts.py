"""Who may sign in to the desk, and as what."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from bot.desk.lockout import Lockout
from bot.desk.passwords import Passwords
from bot.store.tables import agents as table
from bot.store.tables import desk_sessions

Role = Literal["agent", "admin"]
Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,63}")
_LONGEST_NAME = 100
_CHECKS_AT_ONCE = 2


class AccountError(ValueError):
    """An account that cannot be so; the message says why."""


@dataclass(frozen=True)
class Agent:
    """`languages` are those that the agent answers in, at least one, in the order en, fr."""

    id: int
    login: str
    name: str
    role: Role
    languages: tuple[Language, ...]
    disabled: bool = False


class Accounts:
    def __init__(self, engine: Engine, clock: Clock, passwords: Passwords | None = None) -> None:
        self._engine = engine
        self._lockout = Lockout(engine, clock)
        self._passwords = passwords or Passwords()
        self._checking = asyncio.Semaphore(_CHECKS_AT_ONCE)

    def add(
        self,
        login: str,
        password: str,
        *,
        name: str,
        languages: Collection[str] = LANGUAGES,
        role: Role = "agent",
    ) -> Agent:
        """Raises AccountError, or PasswordError."""
        values = {
            "login": _checked_login(login),
            "name": _checked_name(name),
            "role": role,
            "languages": ",".join(_checked_languages(languages)),
            "password": self._passwords.hash(password),
            "disabled": False,
        }
        try:
            with self._engine.begin() as connection:
                made = connection.execute(table.insert().values(**values)).inserted_primary_key[0]
        except IntegrityError as error:
            raise AccountError(f"there is an agent {values['login']} already") from error
        return agent_of({**values, "id": made})

    def of_login(self, login: str) -> Agent | None:
        row = self._row(login)
        return agent_of(row) if row is not None else None

    def by_id(self, agent: int) -> Agent | None:
        with self._engine.connect() as connection:
            query = sa.select(table).where(table.c.id == agent)
            row = connection.execute(query).mappings().first()
        return agent_of(row) if row is not None else None

    def list(self) -> tuple[Agent, ...]:
        """By login."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(table).order_by(table.c.login)).mappings().all()
        return tuple(agent_of(row) for row in rows)

    def disable(self, agent: int) -> None:
        self._change(agent, disabled=True)

    def enable(self, agent: int) -> None:
        self._change(agent, disabled=False)

    def set_password(self, agent: int, password: str) -> None:
        self._change(agent, password=self._passwords.hash(password))

    def set_role(self, agent: int, role: Role) -> None:
        self._change(agent, role=role)

    async def sign_in(self, login: str, password: str, address: str) -> Agent | None:
        """None for a login that is unknown or disabled as for a wrong password, after the same
        work. Raises LockedOut. The database is used in the event loop, the password checked beside
        it.
        """
        attempt = self._lockout.attempt(_typed(login), address)
        row = self._row(login)
        stored = row["password"] if row is not None else None
        async with self._checking:
            right, renewed = await asyncio.to_thread(self._check, password, stored)
        agent = self._unchanged(login, stored, renewed) if right else None
        if agent is not None:
            self._lockout.forgive(attempt)
        return agent

    def _check(self, password: str, stored: str | None) -> tuple[bool, str | None]:
        """Whether it is right, and a new hash where the stored one is out of date."""
        if not self._passwords.verify(password, stored) or stored is None:
            return False, None
        return True, self._passwords.renewed(password, stored)

    def _unchanged(self, login: str, stored: str | None, renewed: str | None) -> Agent | None:
        """None where the agent was disabled, or got another password, while this one was checked."""
        mine = sa.and_(
            table.c.login == _typed(login),
            table.c.password == stored,
            table.c.disabled.is_(False),
        )
        with self._engine.begin() as connection:
            row = connection.execute(sa.select(table).where(mine)).mappings().first()
            if row is not None and renewed is not None:
                connection.execute(table.update().where(mine).values(password=renewed))
        return agent_of(row) if row is not None else None

    def _row(self, login: str) -> Mapping[str, Any] | None:
        if not _LOGIN.fullmatch(_typed(login)):
            return None
        with self._engine.connect() as connection:
            query = sa.select(table).where(table.c.login == _typed(login))
            return connection.execute(query).mappings().first()

    def _change(self, agent: int, **values: object) -> None:
        """Whoever is changed signs in again (OWASP Session Management Cheat Sheet, renewal)."""
        with self._engine.begin() as connection:
            changed = connection.execute(
                table.update().where(table.c.id == agent).values(**values)
            ).rowcount
            if not changed:
                raise AccountError("there is no such agent")
            connection.execute(desk_sessions.delete().where(desk_sessions.c.agent == agent))


def agent_of(row: Mapping[str, Any]) -> Agent:
    """`row` is one of `agents`, or holds its columns among others."""
    return Agent(
        row["id"],
        row["login"],
        row["name"],
        row["role"],
        tuple(row["languages"].split(",")),
        row["disabled"],
    )


def _typed(login: str) -> str:
    return login.strip().lower()


def _checked_login(login: str) -> str:
    typed = _typed(login)
    if not _LOGIN.fullmatch(typed):
        raise AccountError(
            "a login has up to 64 of a-z, 0-9 and . _ @ + -, a letter or digit first"
        )
    return typed


def _checked_name(name: str) -> str:
    """Customers read it."""
    stripped = name.strip()
    if not 0 < len(stripped) <= _LONGEST_NAME or not stripped.isprintable():
        raise AccountError(f"a name has 1 to {_LONGEST_NAME} characters")
    return stripped


def _checked_languages(languages: Collection[str]) -> tuple[str, ...]:
    if not languages or not set(languages) <= set(LANGUAGES):
        raise AccountError("the languages are en, fr, or both: en,fr")
    return tuple(language for language in LANGUAGES if language in languages)
