"""`python -m bot agents`: who may sign in to the desk; and the first agent of a demonstration."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock, environment_clock
from bot.desk.accounts import AccountError, Accounts, Agent
from bot.desk.audit import Audit
from bot.desk.passwords import PasswordError
from bot.progress import say
from bot.store.schema import upgrade

DEMO_LOGIN = "demo"


def agents(given: argparse.Namespace, path: Path) -> int:
    """`path` is the database. 0, or 2 with a line on standard error that says what to change."""
    try:
        engine = opened(path)
        try:
            _VERBS[given.verb](_Desk(engine, environment_clock()), given)
        finally:
            engine.dispose()
    except (AccountError, PasswordError) as error:
        say(str(error))
        return 2
    except (SQLAlchemyError, OSError) as error:
        say(f"{path} cannot be used as the database: {type(error).__name__}")
        return 2
    return 0


def opened(path: Path) -> Engine:
    """The SQLite file of the conversations, with its tables; made where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(sa.engine.URL.create("sqlite", database=str(path)))
    upgrade(engine)
    return engine


def demo_agent(engine: Engine, clock: Clock) -> tuple[str, str] | None:
    """Login and password of an agent that is made where there is none at all, else None; the
    password is kept nowhere else.
    """
    accounts = Accounts(engine, clock)
    if accounts.list():
        return None
    password = secrets.token_urlsafe(12)
    agent = accounts.add(DEMO_LOGIN, password, name="Demo")
    Audit(engine, clock).note(None, "agent_added", detail={"agent": agent.id})
    return agent.login, password


class _Desk:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.accounts = Accounts(engine, clock)
        self._audit = Audit(engine, clock)

    def agent(self, login: str) -> Agent:
        agent = self.accounts.of_login(login)
        if agent is None:
            raise AccountError("there is no such agent: see python -m bot agents list")
        return agent

    def done(self, action: str, agent: Agent) -> None:
        self._audit.note(None, action, detail={"agent": agent.id})
        say(f"{action.replace('_', ' ')}: {agent.login}")


def _add(desk: _Desk, given: argparse.Namespace) -> None:
    agent = desk.accounts.add(
        given.login,
        _password(given.password_stdin),
        name=given.name,
        languages=given.languages.split(","),
        role="admin" if given.admin else "agent",
    )
    desk.done("agent_added", agent)


def _list(desk: _Desk, given: argparse.Namespace) -> None:
    """One a line: login, name, role, languages, state; a tab between."""
    for agent in desk.accounts.list():
        state = "disabled" if agent.disabled else "enabled"
        columns = (agent.login, agent.name, agent.role, ",".join(agent.languages), state)
        sys.stdout.write("\t".join(columns) + "\n")


def _disable(desk: _Desk, given: argparse.Namespace) -> None:
    agent = desk.agent(given.login)
    desk.accounts.disable(agent.id)
    desk.done("agent_disabled", agent)


def _enable(desk: _Desk, given: argparse.Namespace) -> None:
    agent = desk.agent(given.login)
    desk.accounts.enable(agent.id)
    desk.done("agent_enabled", agent)


def _set_password(desk: _Desk, given: argparse.Namespace) -> None:
    agent = desk.agent(given.login)
    desk.accounts.set_password(agent.id, _password(given.password_stdin))
    desk.done("password_set", agent)


_VERBS: dict[str, Callable[[_Desk, argparse.Namespace], None]] = {
    "add": _add,
    "list": _list,
    "disable": _disable,
    "enable": _enable,
    "password": _set_password,
}


def _password(from_stdin: bool) -> str:
    """Never an argument: those are in the shell's history, and in the list of processes."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first, second = getpass("Password: "), getpass("Once more: ")
    except EOFError:
        raise PasswordError("no terminal to ask at: give it with --password-stdin") from None
    if first != second:
        raise PasswordError("the two passwords differ")
    return first
