"""Addresses to which secrets and customers' words may be sent."""

from __future__ import annotations

from urllib.parse import urlsplit


def confidential(url: str) -> str | None:
    """Without its last slash; None where it has a query, or is neither https:// nor http:// to this
    machine.
    """
    url = url.rstrip("/")
    parts = urlsplit(url)
    is_ours = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")
    is_fit = parts.hostname and (parts.scheme == "https" or is_ours) and not parts.query
    return url if is_fit else None
