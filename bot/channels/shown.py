"""What everybody who may see a stored entry sees of it: its customer's widgets, and the desk."""

from __future__ import annotations

from typing import Any

from bot.store.transcript import Entry

_BODY = ("text", "response", "quote", "links", "agent", "holder")


def shown(entry: Entry) -> dict[str, Any]:
    """Times are ISO 8601 in UTC. Buttons are left to whoever shows them."""
    return {
        "seq": entry.seq,
        "author": entry.author,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "language": entry.language,
        **{name: entry.body[name] for name in _BODY if entry.body.get(name)},
    }
