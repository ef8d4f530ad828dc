"""Which pages may open a socket: ours, and those that the settings name (RFC 6454)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any


def is_allowed(origin: str | None, environ: dict[str, Any], named: Collection[str]) -> bool:
    """Whatever is no browser sends no Origin, and gains nothing by it."""
    if origin is None or origin in named:
        return True
    return origin.partition("://")[2] == environ.get("HTTP_HOST")
