"""Addresses to which secrets and customers' words may be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
# Neither a user, nor a query, nor anything that no address is written with.
_FORM = re.compile(r"https?://[\w.:\[\]-]+(?:/[^\s?#]*)?", re.ASCII)


def confidential(url: str) -> str | None:
    """Without its last slash; None where it is neither https:// nor http:// to this machine."""
    url = url.rstrip("/")
    if not _FORM.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - ValueError where it is none
    except ValueError:
        return None
    is_ours = parts.hostname in _THIS_MACHINE
    return url if parts.hostname and (parts.scheme == "https" or is_ours) else None


def address_in(settings: Mapping[str, str], name: str) -> str:
    """ValueError where that one is not confidential."""
    url = confidential(settings[name])
    if url is None:
        raise ValueError(f"{name} must be an https:// address, or one of this machine")
    return url
