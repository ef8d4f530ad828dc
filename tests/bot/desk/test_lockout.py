"""How many failures are too many, and for how long."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.desk.lockout import A_LOGIN, AN_ADDRESS, LOCK, WINDOW, LockedOut, Lockout, network_of
from bot.store.tables import sign_in_failures
from tests.bot.desk.conftest import Time

HERE, THERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture
def lockout(engine: sa.engine.Engine, time: Time) -> Lockout:
    return Lockout(engine, time)


def fail(lockout: Lockout, times: int = A_LOGIN, login: str = "camille") -> None:
    for number in range(times):
        lockout.attempt(login, f"203.0.113.{number}")


def stored(engine: sa.engine.Engine) -> list[dict[str, object]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(sa.select(sign_in_failures)).mappings()]


def test_the_sixth_attempt_on_a_login_waits_a_quarter_of_an_hour(lockout: Lockout) -> None:
    fail(lockout)
    with pytest.raises(LockedOut) as locked:
        lockout.attempt("camille", HERE)
    assert locked.value.seconds == 900
    lockout.attempt("louis", HERE)


def test_the_lock_ends_by_itself_and_is_not_prolonged_by_knocking(
    lockout: Lockout, time: Time
) -> None:
    fail(lockout)
    for _ in range(9):
        time.move(LOCK / 10)
        with pytest.raises(LockedOut):
            lockout.attempt("camille", HERE)
    time.move(LOCK / 10)
    lockout.attempt("camille", HERE)


def test_what_is_refused_is_not_stored(lockout: Lockout, engine: sa.engine.Engine) -> None:
    fail(lockout)
    before = stored(engine)
    with pytest.raises(LockedOut):
        lockout.attempt("camille", HERE)
    assert stored(engine) == before


def test_the_lock_is_counted_from_the_last_failure(lockout: Lockout, time: Time) -> None:
    for _ in range(A_LOGIN):
        time.move(WINDOW / A_LOGIN)
        lockout.attempt("camille", HERE)
    time.move(LOCK - 0.5)
    with pytest.raises(LockedOut) as locked:
        lockout.attempt("camille", HERE)
    assert locked.value.seconds == 1


def test_failures_far_apart_lock_nothing(lockout: Lockout, time: Time) -> None:
    for _ in range(4 * A_LOGIN):
        lockout.attempt("camille", HERE)
        time.move(WINDOW / (A_LOGIN - 1))


def test_an_address_has_thirty_failures_on_whatever_logins(lockout: Lockout) -> None:
    for number in range(AN_ADDRESS):
        lockout.attempt(f"login-{number}", HERE)
    with pytest.raises(LockedOut):
        lockout.attempt("camille", HERE)
    lockout.attempt("camille", THERE)


def test_the_right_password_clears_the_login_but_not_the_address(lockout: Lockout) -> None:
    for number in range(AN_ADDRESS - 1):
        lockout.attempt(f"login-{number}", HERE)
    fail(lockout, A_LOGIN - 1)
    lockout.forgive(lockout.attempt("camille", HERE))
    fail(lockout, A_LOGIN)
    lockout.attempt("louis", HERE)
    with pytest.raises(LockedOut):
        lockout.attempt("marie", HERE)


def test_attempts_at_the_same_time_count_each_other(lockout: Lockout) -> None:
    """None is decided yet when the sixth comes."""
    attempts = [lockout.attempt("camille", HERE) for _ in range(A_LOGIN)]
    with pytest.raises(LockedOut):
        lockout.attempt("camille", HERE)
    lockout.forgive(attempts[0])
    lockout.attempt("camille", HERE)


def test_neither_what_was_typed_nor_the_address_is_stored(
    lockout: Lockout, engine: sa.engine.Engine
) -> None:
    lockout.attempt("my secret password", HERE)
    assert "my secret password" not in str(stored(engine))
    assert HERE not in str(stored(engine))


def test_old_failures_are_forgotten(lockout: Lockout, engine: sa.engine.Engine, time: Time) -> None:
    fail(lockout, 3)
    time.move(WINDOW + LOCK)
    lockout.attempt("louis", HERE)
    assert len(stored(engine)) == 2


@pytest.mark.parametrize("login", ["", "' OR 1=1 --", "x" * 10_000, "\x00", "\ud800", "日本語"])
def test_any_login_is_counted(lockout: Lockout, login: str) -> None:
    fail(lockout, login=login)
    with pytest.raises(LockedOut):
        lockout.attempt(login, HERE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::2"),
    ],
)
def test_addresses_of_one_network(one: str, other: str) -> None:
    assert network_of(one) == network_of(other)


def test_other_networks_differ() -> None:
    addresses = ("192.0.2.1", "192.0.2.2", "2001:db8:0:1::1", "2001:db8:0:2::1", "unknown", "")
    assert len({network_of(address) for address in addresses}) == len(addresses)
