"""The session token: the right to read and write one conversation, for a while."""

from __future__ import annotations

from datetime import timedelta

import jwt

from bot.clock import Clock

LIFETIME = timedelta(days=30)

_ALGORITHM = "HS256"
_AUDIENCE = "prorata:session"


class SessionTokens:
    """Signed with the server's own secret; renewed at every connection (RFC 7519)."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock

    def issue(self, conversation: str) -> str:
        now = self._clock()
        claims = {"aud": _AUDIENCE, "sub": conversation, "iat": now, "exp": now + LIFETIME}
        return jwt.encode(claims, self._secret, _ALGORITHM)

    def conversation_of(self, token: object) -> str | None:
        """None for whatever is not a valid token of this server's."""
        if not isinstance(token, str):
            return None
        try:
            claims = jwt.decode(
                token,
                self._secret,
                [_ALGORITHM],
                audience=_AUDIENCE,
                # The injected clock decides, below.
                options={"require": ["sub", "exp"], "verify_exp": False, "verify_iat": False},
            )
        except (jwt.InvalidTokenError, ValueError):
            return None
        if claims["exp"] <= self._clock().timestamp():
            return None
        return str(claims["sub"])
