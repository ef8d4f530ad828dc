"""Who a JWT says is signed in: believed only where every word of it is as agreed."""

from __future__ import annotations

import json
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.utils import base64url_encode

from bot.channels.web.identity import LONGEST_LIFE, Identity, InvalidIdentity, Verifier
from tests.bot.channels.web.harness import Time

KEY = "a-shared-secret-of-at-least-32-characters" + "x" * 23
TIME = Time()
NOW = int(TIME().timestamp())
CLAIMS = {"iss": "shop", "aud": "prorata", "sub": "demo-lyon", "iat": NOW, "exp": NOW + 300}


def keys() -> tuple[str, str]:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return pem.decode(), public.decode()


@pytest.fixture(scope="module")
def company() -> tuple[str, str]:
    """The private and the public key of a company."""
    return keys()


def verifier(key: str = KEY, **changed: Any) -> Verifier:
    return Verifier(
        **{"key": key, "issuer": "shop", "audience": "prorata", "clock": TIME} | changed
    )


def token(key: str = KEY, algorithm: str = "HS256", **claims: Any) -> str:
    return jwt.encode({**CLAIMS, **claims}, key, algorithm)


def sign_anything(claims: dict[str, Any]) -> str:
    """PyJWT does not sign claims of other types."""
    return jwt.PyJWS().encode(json.dumps(claims).encode(), KEY, "HS256")


def refused(given: object, key: str = KEY) -> str:
    with pytest.raises(InvalidIdentity) as invalid:
        verifier(key).verify(given)
    return str(invalid.value)


def test_a_shared_secret_vouches() -> None:
    given = token(name="Louis Girard", locale="fr-FR")
    assert verifier().verify(given) == Identity("demo-lyon", NOW + 300.0, "Louis Girard", "fr-FR")


def test_a_private_key_vouches(company: tuple[str, str]) -> None:
    private, public = company
    assert verifier(public).verify(token(private, "RS256")).account == "demo-lyon"
    # As a variable holds it, with a line break before.
    assert verifier(f"\n{public}").verify(token(private, "RS256")).account == "demo-lyon"


def test_another_key_does_not(company: tuple[str, str]) -> None:
    assert refused(token("another-secret-of-32-characters!")) == "InvalidSignatureError"
    assert refused(token(keys()[0], "RS256"), company[1]) == "InvalidSignatureError"


def test_the_key_decides_the_algorithm(company: tuple[str, str]) -> None:
    """Never the token: not « none », no other of the same family, and a public key is no secret."""
    private, public = company
    assert refused(token("", "none")) == "InvalidAlgorithmError"
    assert refused(token("", "none"), public) == "InvalidAlgorithmError"
    assert refused(token(algorithm="HS512")) == "InvalidAlgorithmError"
    assert refused(token(private, "RS512"), public) == "InvalidAlgorithmError"
    assert refused(token(private, "RS256")) == "InvalidAlgorithmError"
    assert refused(confused(public), public) == "InvalidAlgorithmError"


def confused(public: str) -> str:
    """HS256 with the public key as its secret, which PyJWT itself would not sign."""
    shown = b".".join(token("x" * 32).encode().split(b".")[:2])
    mac = hmac.HMAC(public.encode(), hashes.SHA256())
    mac.update(shown)
    return (shown + b"." + base64url_encode(mac.finalize())).decode()


@pytest.mark.parametrize("claim", ["iss", "aud", "sub", "exp"])
def test_nothing_may_be_missing(claim: str) -> None:
    claims = {name: value for name, value in CLAIMS.items() if name != claim}
    assert refused(jwt.encode(claims, KEY)) == "MissingRequiredClaimError"


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"iss": "another shop"}, "InvalidIssuerError"),
        ({"iss": ["shop"]}, "InvalidIssuerError"),
        ({"aud": "prorata:session"}, "InvalidAudienceError"),
        ({"aud": []}, "MissingRequiredClaimError"),
        ({"aud": 5}, "InvalidAudienceError"),
        ({"exp": NOW}, "expired"),
        ({"exp": NOW - 1}, "expired"),
        ({"exp": True}, "expired"),
        ({"exp": NOW + LONGEST_LIFE + 31}, "lives too long"),
        ({"exp": float("inf")}, "lives too long"),
        ({"exp": str(NOW + 300)}, "malformed times"),
        ({"exp": [NOW]}, "malformed times"),
        ({"iat": NOW + 31}, "not valid yet"),
        ({"nbf": NOW + 31}, "not valid yet"),
        ({"nbf": "now"}, "malformed times"),
        ({"nbf": None}, "malformed times"),
    ],
)
def test_a_claim_that_is_wrong_is_refused(claims: dict[str, Any], reason: str) -> None:
    assert refused(sign_anything({**CLAIMS, **claims})) == reason


def test_a_token_ends_by_our_clock() -> None:
    time = Time()
    given = token()
    ours = verifier(clock=time)
    time.pass_by(299)
    assert ours.verify(given).account == "demo-lyon"
    time.pass_by(1)
    with pytest.raises(InvalidIdentity, match="expired"):
        ours.verify(given)


@pytest.mark.parametrize(
    "claims",
    [{"iat": NOW + 30}, {"nbf": NOW + 30}, {"exp": NOW + LONGEST_LIFE}, {"aud": ["prorata"]}],
)
def test_clocks_may_differ_a_little(claims: dict[str, Any]) -> None:
    assert verifier().verify(token(**claims)).account == "demo-lyon"


@pytest.mark.parametrize("account", ["a", "x" * 64, "cus_9s6XKzkNRiz8i3", "a.b@c-d:e", "0"])
def test_an_account_is_a_plain_word(account: str) -> None:
    assert verifier().verify(token(sub=account)).account == account


@pytest.mark.parametrize(
    "account",
    [
        *("", " ", "a b", "a\n", "\na", "a\x00", "é", "a/b", "../a", "a'b", 'a"b', "٣"),
        *("\u202ea", "a,b", "a;b", "{a}"),
        *(None, 5, 2.5, True, ["demo-lyon"], {"account": "demo-lyon"}),
        pytest.param("x" * 65, id="65 characters"),
    ],
)
def test_a_strange_subject_is_nobody(account: Any) -> None:
    assert refused(sign_anything({**CLAIMS, "sub": account})) in (
        "malformed subject",
        "InvalidSubjectError",
        "MissingRequiredClaimError",
    )


@pytest.mark.parametrize("strange", [None, 5, True, ["Louis"], {"first": "Louis"}])
def test_a_strange_name_or_locale_is_none(strange: Any) -> None:
    identity = verifier().verify(token(name=strange, locale=strange))
    assert (identity.name, identity.locale) == (None, None)


def test_a_long_name_is_cut() -> None:
    assert verifier().verify(token(name="x" * 200)).name == "x" * 80


@pytest.mark.parametrize("given", [None, True, 5, 2.5, [], ["a"], {}, {"identity": "x"}, b"a.b.c"])
def test_what_is_no_text_is_no_token(given: object) -> None:
    assert refused(given) == "no token"


@pytest.mark.parametrize(
    "given",
    [
        *("", " ", "..", "a.b.c", "é.é.é", "\x00", "\ud800", "null"),
        pytest.param("a" * 60_000, id="long"),
        pytest.param(base64url_encode(b"[" * 40_000).decode() + ".e30.e30", id="an abyss"),
    ],
)
def test_garbage_is_refused(given: str, company: tuple[str, str]) -> None:
    for key in (KEY, company[1]):
        assert refused(given, key)


def test_the_reason_holds_nothing_of_the_token() -> None:
    assert "demo-lyon" not in refused(token(sub="demo-lyon ", iss="demo-lyon"))
