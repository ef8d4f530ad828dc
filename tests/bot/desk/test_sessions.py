"""How long a session lives, and what is kept of it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.desk.accounts import Accounts, Agent
from bot.desk.sessions import IDLE, LIFE, DeskSessions
from bot.store.tables import agents, desk_sessions
from tests.bot.desk.conftest import Time


def rows(engine: sa.engine.Engine) -> list[dict[str, object]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(sa.select(desk_sessions)).mappings()]


def test_the_token_tells_who_it_is(sessions: DeskSessions, camille: Agent) -> None:
    session = sessions.begin(camille)
    assert sessions.of(session.token) == (camille, session.csrf)


def test_no_two_sessions_share_anything(sessions: DeskSessions, camille: Agent) -> None:
    begun = [sessions.begin(camille) for _ in range(50)]
    assert len({one.token for one in begun} | {one.csrf for one in begun}) == 100
    assert all(len(one.token) >= 43 for one in begun)


def test_neither_token_nor_csrf_is_stored_or_shown(
    sessions: DeskSessions, camille: Agent, engine: sa.engine.Engine
) -> None:
    session = sessions.begin(camille)
    for secret in (session.token, session.csrf):
        assert secret not in str(rows(engine))
        assert secret not in repr(session)


def test_what_is_stored_is_no_token(
    sessions: DeskSessions, camille: Agent, engine: sa.engine.Engine
) -> None:
    """Who reads the database cannot sign in with it."""
    sessions.begin(camille)
    assert sessions.of(str(rows(engine)[0]["token_sha256"])) is None


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "%", "x" * 10_000, "\x00", "\ud800"])
def test_a_forged_token_is_nobodys(sessions: DeskSessions, camille: Agent, token: str) -> None:
    sessions.begin(camille)
    assert sessions.of(token) is None
    sessions.end(token)


def test_a_token_is_right_to_the_last_character(sessions: DeskSessions, camille: Agent) -> None:
    token = sessions.begin(camille).token
    for forged in (token[:-1], token + "=", token.swapcase(), token[::-1], f" {token}"):
        assert sessions.of(forged) is None


def test_it_ends_after_an_hour_without_use(
    sessions: DeskSessions, camille: Agent, time: Time
) -> None:
    token = sessions.begin(camille).token
    time.move(IDLE - 1)
    assert sessions.of(token) is not None
    time.move(IDLE - 1)
    assert sessions.of(token) is not None
    time.move(IDLE)
    assert sessions.of(token) is None


def test_it_ends_after_twelve_hours_however_much_it_is_used(
    sessions: DeskSessions, camille: Agent, time: Time
) -> None:
    token = sessions.begin(camille).token
    for _ in range(23):
        time.move(LIFE / 24)
        assert sessions.of(token) is not None
    time.move(LIFE / 24)
    assert sessions.of(token) is None


def test_use_is_written_once_a_minute(
    sessions: DeskSessions, camille: Agent, time: Time, engine: sa.engine.Engine
) -> None:
    token = sessions.begin(camille).token
    began = rows(engine)[0]["seen"]
    time.move(59)
    sessions.of(token)
    assert rows(engine)[0]["seen"] == began
    time.move(1)
    sessions.of(token)
    assert rows(engine)[0]["seen"] == time.seconds()


def test_what_is_over_is_not_kept(
    sessions: DeskSessions, camille: Agent, time: Time, engine: sa.engine.Engine
) -> None:
    sessions.begin(camille)
    time.move(IDLE)
    sessions.begin(camille)
    assert len(rows(engine)) == 1


def test_one_is_ended_or_all_of_an_agents(
    sessions: DeskSessions, camille: Agent, admin: Agent
) -> None:
    first, second, third = (sessions.begin(camille).token for _ in range(3))
    others = sessions.begin(admin).token
    sessions.end(first)
    assert sessions.of(first) is None
    assert sessions.of(second) is not None
    sessions.end_all(camille)
    assert sessions.of(second) is None and sessions.of(third) is None
    assert sessions.of(others) is not None


def test_what_changes_in_the_account_is_seen_at_once(
    sessions: DeskSessions, accounts: Accounts, camille: Agent, engine: sa.engine.Engine
) -> None:
    """Also where another process changes the account and forgets the session."""
    token = sessions.begin(camille).token
    for values, signed in (({"role": "admin"}, True), ({"disabled": True}, False)):
        with engine.begin() as connection:
            connection.execute(agents.update().values(**values))
        found = sessions.of(token)
        assert (found is not None) is signed
        assert found is None or found.agent.role == "admin"


def test_an_agent_whose_row_is_gone_is_nobody(
    sessions: DeskSessions, camille: Agent, engine: sa.engine.Engine
) -> None:
    token = sessions.begin(camille).token
    with engine.begin() as connection:
        connection.execute(agents.delete())
    assert sessions.of(token) is None
