"""Passwords of agents: Argon2id with the library's parameters (RFC 9106, section 4; OWASP
Password Storage Cheat Sheet).
"""

from __future__ import annotations

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# In characters (OWASP Authentication Cheat Sheet; NIST SP 800-63B, 5.1.1.2: 8 at the least, and
# 64 must be possible).
SHORTEST = 12
LONGEST = 256


class PasswordError(ValueError):
    """A password that nobody may choose; the message says what to change, not what was given."""


class Passwords:
    """One check takes about 50 ms and 64 MiB: not in the event loop, and few at once."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(secrets.token_bytes(16))

    def hash(self, password: str) -> str:
        """With its own salt and parameters, as `$argon2id$…`. Raises PasswordError."""
        text = _normal(password)
        if not SHORTEST <= len(text) <= LONGEST:
            raise PasswordError(f"a password has {SHORTEST} to {LONGEST} characters")
        if not text.isprintable():
            raise PasswordError("a password has only characters that can be typed")
        return self._hasher.hash(text)

    def verify(self, password: str, stored: str | None) -> bool:
        """`stored` is None where there is no such login: the work is the same, the answer False."""
        known = self._nobodys if stored is None else stored
        try:
            right = self._hasher.verify(known, _normal(password).encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
        return right and stored is not None

    def renewed(self, password: str, stored: str) -> str | None:
        """For a password that was right: its hash with today's parameters, None where `stored` has
        them. What was long enough when it was chosen goes on working.
        """
        if not self._hasher.check_needs_rehash(stored):
            return None
        return self._hasher.hash(_normal(password))


def _normal(password: str) -> str:
    """« é » is one character on one keyboard and two on another (NIST SP 800-63B, 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password)
