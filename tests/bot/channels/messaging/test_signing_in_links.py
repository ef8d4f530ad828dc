"""Who is offered a link, and whom the company vouches for."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.channels.messaging.signing_in import CODE_SECONDS, LINK_SECONDS, InvalidLink
from bot.channels.web.identity import InvalidIdentity
from tests.bot.channels.messaging.sign_ins import DONE, PAGE, Booth, entry, identity_of, token_in


@pytest.fixture
def booth() -> Booth:
    return Booth()


# --- the link ---


@pytest.mark.parametrize(
    "response",
    [
        *("utter_estimate", "utter_estimate_compared", "utter_no_quote_sign_in"),
        *("utter_subscription_needs_sign_in", "utter_sign_in_ended", "utter_signed_out"),
        "utter_sign_in_code_over",
    ],
)
def test_a_link_goes_with_what_is_about_signing_in(booth: Booth, response: str) -> None:
    (link,) = booth.links(response, booth.person())
    assert re.fullmatch(re.escape(PAGE) + r"\?chat=[\w-]{43}", link.url)


@pytest.mark.parametrize("response", ["utter_greet", "utter_quote", "", "utter_agent_joined"])
def test_and_with_nothing_else(booth: Booth, response: str) -> None:
    assert booth.links(response, booth.person()) == []


@pytest.mark.parametrize(
    ("language", "locale", "title"),
    [
        ("fr", None, "Se connecter"),
        ("fr", "en_CA", "Se connecter"),
        ("en", "fr_CA", "Sign in"),
        (None, "fr_CA", "Se connecter"),
        (None, "fr", "Se connecter"),
        (None, None, "Sign in"),
    ],
)
def test_it_is_in_the_language_of_the_answer(
    booth: Booth, language: str | None, locale: str | None, title: str
) -> None:
    (link,) = booth.links("utter_estimate", booth.person(locale=locale), language)
    assert link.text == title


def test_it_is_another_one_each_time(booth: Booth) -> None:
    assert len({booth.offered(booth.person()) for _ in range(20)}) == 20


def test_but_the_same_at_each_attempt_to_send_it(booth: Booth) -> None:
    """A platform that fails may have shown it, and the ones before it are on the screen, too."""
    first, said = booth.offered(booth.person()), entry()
    attempts = [booth.signing_in.links(said, booth.person()) for _ in range(9)]
    assert attempts == [attempts[0]] * 9
    assert booth.signing_in.vouch(first, identity_of(booth.time, "demo-lyon"))


def test_somebody_else_has_another_beside_the_same_entry(booth: Booth) -> None:
    said = entry()
    anna, bob = (booth.signing_in.links(said, booth.person(one)) for one in ("anna", "bob"))
    assert anna != bob


def test_another_attempt_makes_it_last_longer(booth: Booth) -> None:
    said = entry()
    booth.signing_in.links(said, booth.person())
    booth.time.pass_by(LINK_SECONDS + 1)
    (link,) = booth.signing_in.links(said, booth.person())
    assert booth.signing_in.vouch(token_in(link.url), identity_of(booth.time, "demo-lyon"))


def test_nobody_is_offered_one_in_a_group(booth: Booth) -> None:
    assert booth.links("utter_estimate", booth.person(private=False)) == []


def test_nor_where_the_company_has_no_page() -> None:
    booth = Booth(page=None)
    assert booth.links("utter_estimate", booth.person()) == []
    assert not booth.signing_in.is_open


def test_nor_where_no_identity_can_be_verified() -> None:
    booth = Booth(can_verify=False)
    assert booth.links("utter_estimate", booth.person()) == []
    assert not booth.signing_in.is_open
    with pytest.raises(InvalidLink):
        booth.signing_in.vouch("a" * 43, identity_of(booth.time, "demo-lyon"))


def test_nor_who_is_signed_in_but_for_another_account(booth: Booth) -> None:
    booth.says(booth.person(), booth.vouched(booth.person()))
    assert booth.links("utter_estimate", booth.person()) == []
    assert len(booth.links("utter_no_quote_no_subscription", booth.person())) == 1
    booth.time.pass_by(1800)
    assert len(booth.links("utter_estimate", booth.person())) == 1
    assert booth.links("utter_no_quote_no_subscription", booth.person()) == []


# --- the company's word ---


def test_the_code_is_six_digits(booth: Booth) -> None:
    for _ in range(5):
        assert re.fullmatch("[0-9]{6}", booth.vouched(booth.person()))


def test_codes_are_not_alike(booth: Booth) -> None:
    assert len({booth.vouched(booth.person()) for _ in range(10)}) > 8


def test_the_company_vouching_alone_signs_nobody_in(booth: Booth) -> None:
    booth.vouched(booth.person())
    assert booth.account_of() is None


def test_a_link_is_used_once(booth: Booth) -> None:
    token, identity = booth.offered(booth.person()), identity_of(booth.time, "demo-lyon")
    code = booth.signing_in.vouch(token, identity)
    for account in ("demo-lyon", "demo-boston"):
        with pytest.raises(InvalidLink):
            booth.signing_in.vouch(token, identity_of(booth.time, account))
    assert booth.says(booth.person(), code) == DONE
    assert booth.account_of() == "demo-lyon"
    with pytest.raises(InvalidLink):
        booth.signing_in.vouch(token, identity)


@pytest.mark.parametrize("seconds", [LINK_SECONDS, LINK_SECONDS + 1, 100_000])
def test_a_link_expires(booth: Booth, seconds: float) -> None:
    token = booth.offered(booth.person())
    booth.time.pass_by(seconds)
    with pytest.raises(InvalidLink):
        booth.signing_in.vouch(token, identity_of(booth.time, "demo-lyon"))


def test_a_link_works_until_then(booth: Booth) -> None:
    token = booth.offered(booth.person())
    booth.time.pass_by(LINK_SECONDS - 1)
    code = booth.signing_in.vouch(token, identity_of(booth.time, "demo-lyon"))
    booth.time.pass_by(CODE_SECONDS - 1)
    assert booth.says(booth.person(), code) == DONE


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "é", "\ud800", "a" * 10_000])
def test_what_is_no_link_is_refused(booth: Booth, token: str) -> None:
    booth.offered(booth.person())
    with pytest.raises(InvalidLink):
        booth.signing_in.vouch(token, identity_of(booth.time, "demo-lyon"))


@pytest.mark.parametrize(
    "changed",
    [
        {"key": "f" * 32},
        {"aud": "another-service"},
        {"iss": "https://evil.example"},
        {"exp": 1.0},
        {"exp": 9e12},
        {"sub": "<b>"},
    ],
)
def test_an_identity_that_is_refused_does_not_use_the_link(
    booth: Booth, changed: dict[str, Any]
) -> None:
    token = booth.offered(booth.person())
    with pytest.raises(InvalidIdentity):
        booth.signing_in.vouch(token, identity_of(booth.time, "demo-lyon", **changed))
    assert booth.signing_in.vouch(token, identity_of(booth.time, "demo-lyon"))
