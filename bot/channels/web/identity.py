"""Who is signed in on the host page: a short-lived JWT that the company's own back end signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import jwt

from bot.clock import Clock

# A longer life than this is a mistake in the host's back end: a stolen token would live as long.
LONGEST_LIFE = 3600
_CLOCK_SKEW = 30

_ACCOUNT = re.compile(r"[\w.@:-]{1,64}\Z", re.ASCII)
_LONGEST_NAME = 80


class InvalidIdentity(ValueError):
    """The token is refused; the reason is a word for the log, never the token's content."""


@dataclass(frozen=True)
class Identity:
    """`account` is the billing account's id; `expires` in seconds since 1970."""

    account: str
    expires: float
    name: str | None = None
    locale: str | None = None


@dataclass(frozen=True)
class Verifier:
    """`key` is a shared secret (HS256) or a public key in PEM (RS256): the key decides the
    algorithm, never the token (RFC 8725, 3.1).
    """

    key: str
    issuer: str
    audience: str
    clock: Clock

    def verify(self, token: object) -> Identity:
        """Raises InvalidIdentity."""
        if not isinstance(token, str):
            raise InvalidIdentity("no token")
        algorithm = "RS256" if self.key.lstrip().startswith("-----BEGIN") else "HS256"
        try:
            claims = jwt.decode(
                token,
                self.key,
                [algorithm],
                audience=self.audience,
                issuer=self.issuer,
                options={
                    "require": ["iss", "aud", "sub", "exp"],
                    # The injected clock decides.
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
        except (jwt.InvalidTokenError, ValueError) as error:
            raise InvalidIdentity(type(error).__name__) from None
        self._check_times(claims)
        return _identity(claims)

    def _check_times(self, claims: dict[str, Any]) -> None:
        now = self.clock().timestamp()
        expires, begins = claims["exp"], claims.get("nbf", claims.get("iat", now))
        if not all(isinstance(time, int | float) for time in (expires, begins)):
            raise InvalidIdentity("malformed times")
        if expires <= now:
            raise InvalidIdentity("expired")
        if begins > now + _CLOCK_SKEW:
            raise InvalidIdentity("not valid yet")
        if expires > now + LONGEST_LIFE + _CLOCK_SKEW:
            raise InvalidIdentity("lives too long")


def _identity(claims: dict[str, Any]) -> Identity:
    account = claims["sub"]
    if not isinstance(account, str) or not _ACCOUNT.match(account):
        raise InvalidIdentity("malformed subject")
    name, locale = claims.get("name"), claims.get("locale")
    return Identity(
        account=account,
        expires=float(claims["exp"]),
        name=name[:_LONGEST_NAME] if isinstance(name, str) else None,
        locale=locale if isinstance(locale, str) else None,
    )
