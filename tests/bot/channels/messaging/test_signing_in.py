"""Whose chat it is in the end: not somebody else's, and for not longer than they want."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.store.sign_in_links import SignInLinks
from bot.store.tables import metadata
from tests.bot.channels.messaging.sign_ins import DONE, WRONG, Booth, identity_of


@pytest.fixture
def booth() -> Booth:
    return Booth()


# --- somebody else ---


def test_a_code_works_in_its_own_chat_alone(booth: Booth) -> None:
    code = booth.vouched(booth.person("mallory"), "demo-lyon")
    assert booth.says(booth.person("victim"), code) is None
    assert booth.account_of("victim") is None
    assert booth.account_of("mallory") is None


def test_the_same_digits_in_two_chats_are_two_codes(booth: Booth) -> None:
    mallory, victim = booth.person("mallory"), booth.person("victim")
    first, second = booth.vouched(mallory, "demo-lyon"), booth.vouched(victim, "demo-boston")
    if first != second:
        assert booth.says(mallory, second) == WRONG
    assert booth.says(victim, second) == DONE
    assert (booth.account_of("victim"), booth.account_of("mallory")) == ("demo-boston", None)


def test_a_group_is_never_signed_in(booth: Booth) -> None:
    code = booth.vouched(booth.person())
    assert booth.says(replace(booth.person(), private=False), code) is None
    assert booth.account_of() is None


def test_another_account_takes_the_place_of_the_first(booth: Booth) -> None:
    booth.says(booth.person(), booth.vouched(booth.person(), "demo-lyon"))
    token = booth.offered(booth.person(), "utter_no_quote_no_subscription")
    code = booth.signing_in.vouch(token, identity_of(booth.time, "demo-boston"))
    assert booth.says(booth.person(), code) == DONE
    assert booth.account_of() == "demo-boston"


# --- signing out ---


@pytest.mark.parametrize(
    "text",
    [
        *("sign out", "Log out!", "“sign out”", "Sign-out", "logout "),
        *("Déconnexion", "DECONNEXION.", "« déconnexion »", "me déconnecter", "Déconnectez moi"),
    ],
)
def test_a_word_signs_out(booth: Booth, text: str) -> None:
    booth.says(booth.person(), booth.vouched(booth.person()))
    assert booth.says(booth.person(), text) == "utter_signed_out"
    assert booth.account_of() is None
    assert booth.says(booth.person(), text) is None


@pytest.mark.parametrize("text", ["how do I sign out?", "je veux des postes", "out", "sign"])
def test_a_question_about_it_does_not(booth: Booth, text: str) -> None:
    booth.says(booth.person(), booth.vouched(booth.person()))
    assert booth.says(booth.person(), text) is None
    assert booth.account_of() == "demo-lyon"


# --- what is kept ---


def test_neither_token_nor_code_nor_identity_is_stored(booth: Booth) -> None:
    token, identity = booth.offered(booth.person()), identity_of(booth.time, "demo-lyon")
    code = booth.signing_in.vouch(token, identity)
    with booth.engine.connect() as connection:
        rows = [
            str(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(sa.select(table))
        ]
    assert any("demo-lyon" in row for row in rows)
    assert not any(secret in row for row in rows for secret in (token, identity, f"'{code}'"))


def test_a_restart_in_between_changes_nothing(booth: Booth) -> None:
    token = booth.offered(booth.person())
    code = booth.another_process().vouch(token, identity_of(booth.time, "demo-lyon"))
    notice = booth.another_process().take(booth.person(), code)
    assert notice and notice.response == DONE


def test_the_same_digits_are_kept_in_another_way_each_time(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "randbelow", lambda most: 7)
    kept = set()
    for person in ("anna", "bob"):
        assert booth.vouched(booth.person(person)) == "000007"
        pending = SignInLinks(booth.engine).pending(person)
        kept.add(pending and pending.code_mac)
    assert len(kept - {None}) == 2


def test_codes_are_keyed(booth: Booth) -> None:
    """Who has the database, but not the secret, cannot try the million codes."""
    code = booth.vouched(booth.person())
    notice = booth.another_process(secret="another secret " * 4).take(booth.person(), code)
    assert notice and notice.response == WRONG
