"""Text as platforms count it that count in UTF-16: an emoji is two."""

from __future__ import annotations


def encoded(text: str) -> bytes:
    """Two bytes a unit."""
    return text.encode("utf-16-le", "surrogatepass")


def decoded(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def length(text: str) -> int:
    """In units."""
    return len(encoded(text)) // 2
