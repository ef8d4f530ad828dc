"""The tabs that are connected, and what each may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels.web.identity import Identity


@dataclass
class Connection:
    """One open tab. `ours` is False for a public Rasa widget, which knows fewer events."""

    __slots__ = (
        "active",
        "address",
        "conversation",
        "identity",
        "locale",
        "ours",
        "proved",
        "room",
    )

    address: str
    active: float
    conversation: str | None
    identity: Identity | None
    locale: str | None
    ours: bool
    # The account that was signed in here when the conversation was joined or used: an identity
    # that expires does not throw its customer out.
    proved: str | None
    room: str | None

    def account(self, now: float) -> str | None:
        """Whose subscriptions this tab may ask about at this moment."""
        identity = self.valid_identity(now)
        return identity.account if identity else None

    def valid_identity(self, now: float) -> Identity | None:
        return self.identity if self.identity and self.identity.expires > now else None


class Connections:
    def __init__(self) -> None:
        self._open: dict[str, Connection] = {}

    def __len__(self) -> int:
        return len(self._open)

    def open(self, sid: str, address: str, now: float) -> None:
        self._open[sid] = Connection(address, now, None, None, None, False, None, None)

    def of(self, sid: str) -> Connection | None:
        return self._open.get(sid)

    def close(self, sid: str) -> None:
        self._open.pop(sid, None)

    def idle_since(self, time: float) -> list[str]:
        return [sid for sid, tab in self._open.items() if tab.active < time]

    def in_conversation(self, conversation: str) -> list[tuple[str, Connection]]:
        return [(sid, tab) for sid, tab in self._open.items() if tab.conversation == conversation]

    def signed_in(self) -> Iterator[tuple[str, Connection]]:
        return ((sid, tab) for sid, tab in list(self._open.items()) if tab.identity)
