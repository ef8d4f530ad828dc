"""Where a billing system may be: anywhere over TLS, or on this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def secure_address(url: str) -> str:
    """`url` without a slash at its end; ValueError for plain HTTP beyond this machine.

    Credentials in it are refused too: `http://localhost:x@elsewhere` is elsewhere.
    """
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    named = parts.hostname is not None and "@" not in parts.netloc
    if not named or not (local or parts.scheme == "https") or parts.query or parts.fragment:
        raise ValueError("must be https://, or http:// on this machine only")
    return url.rstrip("/")
