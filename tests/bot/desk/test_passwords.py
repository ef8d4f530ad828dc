"""What may be a password, and how it is kept."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from bot.desk.passwords import LONGEST, SHORTEST, PasswordError, Passwords
from tests.bot.desk.conftest import CHEAP, OTHER_PASSWORD, PASSWORD

passwords = Passwords(CHEAP)


def test_equal_passwords_have_different_hashes() -> None:
    hashes = {passwords.hash(PASSWORD) for _ in range(20)}
    assert len(hashes) == 20
    assert all(passwords.verify(PASSWORD, stored) for stored in hashes)


def test_the_hash_is_argon2id_as_strong_as_owasp_asks() -> None:
    """At least 19 MiB and 2 passes (OWASP Password Storage Cheat Sheet)."""
    stored = Passwords().hash(PASSWORD)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert PASSWORD not in stored


def test_another_password_is_wrong() -> None:
    stored = passwords.hash(PASSWORD)
    for wrong in (OTHER_PASSWORD, "", PASSWORD.upper(), PASSWORD + " ", PASSWORD[:-1], stored):
        assert not passwords.verify(wrong, stored)


@pytest.mark.parametrize("length", [0, 1, SHORTEST - 1, LONGEST + 1, 10_000])
def test_one_that_is_too_short_or_too_long_is_refused(length: int) -> None:
    with pytest.raises(PasswordError, match="12 to 256 characters"):
        passwords.hash("x" * length)


@pytest.mark.parametrize("length", [SHORTEST, LONGEST])
def test_the_shortest_and_the_longest_work(length: int) -> None:
    assert passwords.verify("é" * length, passwords.hash("é" * length))
    assert not passwords.verify("é" * (length - 1), passwords.hash("é" * length))


@pytest.mark.parametrize("text", ["twelve\x00and more", "a line\nand another", "\ud800" * 12])
def test_one_that_nobody_can_type_is_refused_unquoted(text: str) -> None:
    with pytest.raises(PasswordError) as refused:
        passwords.hash(text)
    assert text not in str(refused.value)


def test_an_accent_is_the_same_from_every_keyboard() -> None:
    assert passwords.verify("me\u0301lodie au marche\u0301", passwords.hash("mélodie au marché"))


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "x" * 10_000, PASSWORD])
def test_without_a_login_every_password_is_wrong(text: str) -> None:
    assert not passwords.verify(text, None)


@pytest.mark.parametrize("stored", ["", "x", "$argon2id$v=19$m=8,t=1,p=1$x", PASSWORD])
def test_a_hash_that_is_none_lets_nobody_in(stored: str) -> None:
    assert not passwords.verify(PASSWORD, stored)


def test_a_hash_of_yesterdays_parameters_is_renewed() -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    old = passwords.hash(PASSWORD)
    renewed = stronger.renewed(PASSWORD, old)
    assert renewed is not None
    assert stronger.verify(PASSWORD, renewed)
    assert stronger.renewed(PASSWORD, renewed) is None


def test_one_that_was_long_enough_once_is_renewed_all_the_same() -> None:
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    renewed = stronger.renewed("short", CHEAP.hash("short"))
    assert renewed is not None
    assert stronger.verify("short", renewed)
