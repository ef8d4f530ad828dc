"""A session token is this server's, of this purpose and of this month, or it is nothing."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import jwt
import pytest

from bot.channels.web.identity import Verifier
from bot.channels.web.tokens import LIFETIME, SessionTokens
from tests.bot.channels.web.harness import IDENTITY, SECRET, Time

CLAIMS = {"aud": "prorata:session", "sub": "c-1", "exp": 9_999_999_999}


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def tokens(time: Time) -> SessionTokens:
    return SessionTokens(SECRET, time)


def signed(secret: str = SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    return jwt.encode({**CLAIMS, **claims}, secret, algorithm)


def test_a_token_gives_its_conversation_back(tokens: SessionTokens) -> None:
    assert tokens.conversation_of(tokens.issue("c-1")) == "c-1"
    assert tokens.conversation_of(tokens.issue("c-2")) == "c-2"


def test_another_process_with_the_secret_reads_it(tokens: SessionTokens, time: Time) -> None:
    assert SessionTokens(SECRET, time).conversation_of(tokens.issue("c-1")) == "c-1"


def test_a_token_ends_with_its_lifetime(tokens: SessionTokens, time: Time) -> None:
    token = tokens.issue("c-1")
    time.now += LIFETIME - timedelta(seconds=1)
    assert tokens.conversation_of(token) == "c-1"
    time.now += timedelta(seconds=1)
    assert tokens.conversation_of(token) is None


def test_the_clock_may_be_a_little_behind_the_one_that_issued_it(
    tokens: SessionTokens, time: Time
) -> None:
    token = tokens.issue("c-1")
    time.now -= timedelta(minutes=5)
    assert tokens.conversation_of(token) == "c-1"


def test_what_is_read_here_is_signed_like_this() -> None:
    """The cases below differ from a valid token in one thing each."""
    assert SessionTokens(SECRET, Time()).conversation_of(signed()) == "c-1"


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(signed("another-secret-of-thirty-two-chars"), id="another secret"),
        pytest.param(signed(algorithm="HS384"), id="another algorithm"),
        pytest.param(signed(aud="prorata"), id="another audience"),
        pytest.param(signed(aud=None), id="no audience"),
        pytest.param(jwt.encode({"aud": CLAIMS["aud"], "sub": "c"}, SECRET), id="without an end"),
        pytest.param(jwt.encode({"aud": CLAIMS["aud"], "exp": 9e9}, SECRET), id="of nothing"),
        pytest.param(signed("", "none"), id="alg: none"),
        pytest.param(signed("", "none") + "x", id="alg: none, with a signature"),
        pytest.param(signed()[:-1], id="cut"),
        pytest.param(signed() + "\n", id="with a line break"),
        pytest.param(f" {signed()}", id="with a space"),
        pytest.param(signed().replace(".", ".."), id="with an empty part"),
    ],
)
def test_a_forged_token_is_nothing(tokens: SessionTokens, token: str) -> None:
    assert tokens.conversation_of(token) is None


def test_every_character_is_signed(tokens: SessionTokens) -> None:
    header, claims, mac = tokens.issue("c-1").split(".")
    other = json.dumps({**CLAIMS, "sub": "c-2"}).encode()
    exchanged = base64.urlsafe_b64encode(other).rstrip(b"=").decode()
    assert tokens.conversation_of(f"{header}.{exchanged}.{mac}") is None
    assert tokens.conversation_of(f"{header}.{claims}.{mac[::-1]}") is None


def test_an_identity_token_is_no_session_token(time: Time) -> None:
    """Not even where both are signed with one secret."""
    key = IDENTITY.key
    claims = {"iss": IDENTITY.issuer, "aud": IDENTITY.audience, "sub": "demo-lyon", "exp": 9e9}
    assert SessionTokens(key, time).conversation_of(jwt.encode(claims, key)) is None
    verifier = Verifier(key, IDENTITY.issuer, IDENTITY.audience, time)
    with pytest.raises(ValueError, match=r"Audience|Missing"):
        verifier.verify(SessionTokens(key, time).issue("demo-lyon"))


_ABYSS = base64.urlsafe_b64encode(b"[" * 40_000).decode()


@pytest.mark.parametrize(
    "given",
    [
        *(None, True, 0, -1, 2.5, 10**30, [], ["a"], {}, {"session_id": "x"}, b"a.b.c"),
        *("", " ", ".", "..", "a.b.c", "é.é.é", "\x00", "\ud800", "null"),
        *("eyJ.eyJ.", "[].[].[]"),
        pytest.param("a" * 60_000, id="long"),
        pytest.param("." * 60_000, id="many parts"),
        pytest.param(f"{_ABYSS}.e30.e30", id="an abyss"),
        pytest.param(f"{signed()[:36]}.{_ABYSS}.e30", id="an abyss inside"),
    ],
)
def test_whatever_else_is_nothing(tokens: SessionTokens, given: object) -> None:
    assert tokens.conversation_of(given) is None
