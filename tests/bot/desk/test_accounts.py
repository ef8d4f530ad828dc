"""Who may sign in, and what an account may be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher, extract_parameters

from bot.desk.accounts import AccountError, Accounts, Agent
from bot.desk.lockout import LockedOut
from bot.desk.passwords import PasswordError, Passwords
from bot.desk.sessions import DeskSessions
from bot.store.tables import agents as table
from tests.bot.desk.conftest import CHEAP, OTHER_PASSWORD, PASSWORD, Time

HERE = "192.0.2.1"


class CountingHasher(PasswordHasher):
    """Notes the hashes that passwords were compared with."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.compared: list[str] = []

    def verify(self, hash: Any, password: Any) -> Any:
        self.compared.append(hash)
        return super().verify(hash, password)


def sign_in(accounts: Accounts, login: str, password: str, address: str = HERE) -> Agent | None:
    return asyncio.run(accounts.sign_in(login, password, address))


def stored_password(engine: sa.engine.Engine, agent: Agent) -> str:
    with engine.connect() as connection:
        query = sa.select(table.c.password).where(table.c.id == agent.id)
        return str(connection.execute(query).scalar_one())


def test_one_that_is_added_is_found(accounts: Accounts, camille: Agent, admin: Agent) -> None:
    assert camille == Agent(camille.id, "camille", "Camille", "agent", ("en", "fr"))
    assert accounts.of_login(" CAMILLE ") == camille
    assert accounts.by_id(camille.id) == camille
    assert accounts.list() == (admin, camille)


@pytest.mark.parametrize("login", ["louis", "", "camille'--", "%", "x" * 10_000, "\x00", "\ud800"])
def test_others_are_not_found(accounts: Accounts, camille: Agent, login: str) -> None:
    assert accounts.of_login(login) is None
    assert accounts.by_id(camille.id + 1) is None


@pytest.mark.parametrize(
    "given",
    [
        *({"login": login} for login in ("", ".", "a b", "é", "a'b", "x" * 65, "a\nb", "\x00")),
        *({"name": name} for name in ("", " ", "x" * 101, "a\tb", "a\nb", "\u202eevil")),
        *({"languages": languages} for languages in ([], ["de"], ["en", "de"], [""])),
    ],
)
def test_what_no_account_may_be(accounts: Accounts, given: dict[str, Any]) -> None:
    values = {"login": "louis", "password": PASSWORD, "name": "Louis"} | given
    with pytest.raises(AccountError):
        accounts.add(**values)
    assert accounts.list() == ()


def test_a_login_is_given_once(accounts: Accounts, camille: Agent) -> None:
    with pytest.raises(AccountError, match="there is an agent camille already"):
        accounts.add("Camille", PASSWORD, name="Another")
    assert accounts.list() == (camille,)


def test_a_short_password_makes_no_account(accounts: Accounts) -> None:
    with pytest.raises(PasswordError):
        accounts.add("louis", "short", name="Louis")
    assert accounts.list() == ()


def test_the_right_password_lets_in(accounts: Accounts, camille: Agent) -> None:
    assert sign_in(accounts, "camille", PASSWORD) == camille
    assert sign_in(accounts, " Camille", PASSWORD) == camille


def test_an_agent_of_another_login_has_the_right_password_for_nobody_else(
    accounts: Accounts, camille: Agent
) -> None:
    accounts.add("louis", OTHER_PASSWORD, name="Louis")
    assert sign_in(accounts, "camille", OTHER_PASSWORD) is None


def test_unknown_disabled_and_wrong_cost_the_same(
    engine: sa.engine.Engine, time: Time, camille: Agent
) -> None:
    hasher = CountingHasher()
    accounts = Accounts(engine, time, Passwords(hasher))
    gone = accounts.add("gone", PASSWORD, name="Gone")
    accounts.disable(gone.id)
    tried = [("nobody", PASSWORD), ("gone", PASSWORD), ("camille", OTHER_PASSWORD), ("'--", "x")]
    for login, password in tried:
        assert sign_in(accounts, login, password) is None
    assert len(hasher.compared) == len(tried)
    cheap = extract_parameters(CHEAP.hash(PASSWORD))
    assert all(extract_parameters(one) == cheap for one in hasher.compared)


@pytest.mark.parametrize("login", ["camille", "nobody", "' OR 'a'='a", "x" * 10_000])
def test_after_five_failures_not_even_the_right_password(
    accounts: Accounts, camille: Agent, time: Time, login: str
) -> None:
    for _ in range(5):
        assert sign_in(accounts, login, "wrong") is None
    for password in (PASSWORD, "wrong"):
        with pytest.raises(LockedOut):
            sign_in(accounts, login, password, "198.51.100.7")
    time.move(900)
    assert sign_in(accounts, login, PASSWORD) == (camille if login == "camille" else None)


def test_how_a_login_is_typed_does_not_give_more_attempts(
    accounts: Accounts, camille: Agent
) -> None:
    for login in ("camille", "CAMILLE", " camille", "Camille ", "cAmille"):
        assert sign_in(accounts, login, "wrong") is None
    with pytest.raises(LockedOut):
        sign_in(accounts, "camillE", PASSWORD)


def test_success_counts_from_nought_again(accounts: Accounts, camille: Agent) -> None:
    for _ in range(3):
        for _ in range(4):
            assert sign_in(accounts, "camille", "wrong") is None
        assert sign_in(accounts, "camille", PASSWORD) == camille


def test_many_at_once_get_no_more_than_five(accounts: Accounts, camille: Agent) -> None:
    async def storm() -> list[Any]:
        tries = (accounts.sign_in("camille", "wrong", f"203.0.113.{n}") for n in range(50))
        return await asyncio.gather(*tries, return_exceptions=True)

    outcomes = asyncio.run(storm())
    assert outcomes.count(None) == 5
    assert sum(isinstance(outcome, LockedOut) for outcome in outcomes) == 45


def test_one_disabled_stays_out_until_enabled(accounts: Accounts, camille: Agent) -> None:
    accounts.disable(camille.id)
    assert sign_in(accounts, "camille", PASSWORD) is None
    found = accounts.by_id(camille.id)
    assert found is not None and found.disabled
    accounts.enable(camille.id)
    assert sign_in(accounts, "camille", PASSWORD) == camille


def test_disabled_or_changed_while_the_password_is_checked(
    engine: sa.engine.Engine, time: Time, camille: Agent
) -> None:
    changes = [
        lambda: accounts.disable(camille.id),
        lambda: accounts.set_password(camille.id, OTHER_PASSWORD),
    ]

    class Interrupted(PasswordHasher):
        def verify(self, hash: Any, password: Any) -> Any:
            right = super().verify(hash, password)
            changes.pop(0)()
            return right

    hasher = Interrupted(time_cost=1, memory_cost=8, parallelism=1)
    accounts = Accounts(engine, time, Passwords(hasher))
    assert sign_in(accounts, "camille", PASSWORD) is None
    accounts.enable(camille.id)
    assert sign_in(accounts, "camille", PASSWORD) is None
    assert changes == []


def test_a_new_password_takes_the_place_of_the_old(accounts: Accounts, camille: Agent) -> None:
    accounts.set_password(camille.id, OTHER_PASSWORD)
    assert sign_in(accounts, "camille", PASSWORD) is None
    assert sign_in(accounts, "camille", OTHER_PASSWORD) == camille


def test_whoever_is_changed_is_signed_out(
    accounts: Accounts, sessions: DeskSessions, camille: Agent, admin: Agent
) -> None:
    others = sessions.begin(admin).token
    for change in (
        lambda: accounts.disable(camille.id),
        lambda: accounts.enable(camille.id),
        lambda: accounts.set_password(camille.id, OTHER_PASSWORD),
        lambda: accounts.set_role(camille.id, "admin"),
    ):
        token = sessions.begin(camille).token
        change()
        assert sessions.of(token) is None
    assert sessions.of(others) is not None
    found = accounts.by_id(camille.id)
    assert found is not None and found.role == "admin"


def test_nobody_cannot_be_changed(accounts: Accounts) -> None:
    with pytest.raises(AccountError, match="no such agent"):
        accounts.disable(1)


def test_signing_in_renews_a_hash_of_yesterdays_parameters(
    engine: sa.engine.Engine, time: Time, camille: Agent
) -> None:
    before = stored_password(engine, camille)
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    accounts = Accounts(engine, time, Passwords(stronger))
    assert sign_in(accounts, "camille", "wrong") is None
    assert stored_password(engine, camille) == before
    for _ in range(2):
        assert sign_in(accounts, "camille", PASSWORD) == camille
    assert not stronger.check_needs_rehash(stored_password(engine, camille))
    assert CHEAP.check_needs_rehash(stored_password(engine, camille))


def test_an_agent_says_nothing_of_the_password(
    accounts: Accounts, camille: Agent, engine: sa.engine.Engine
) -> None:
    assert stored_password(engine, camille) not in repr(accounts.list())
    assert PASSWORD not in stored_password(engine, camille)
