"""What is stored of a turn, together with the state of its conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy.engine import Connection

from bot.channels.turn import Turn
from bot.store.transcript import Entry

Store = Callable[[Connection, Iterable[dict[str, Any]], "str | None"], list[Entry]]
"""Stores messages in a language, in a transaction."""


class People(Protocol):
    """Raises Overtaken where people have stepped in since the hold had this version."""

    def check(self, connection: Connection, conversation: str, version: int) -> None: ...

    def completed(
        self, connection: Connection, conversation: str, turn: Turn
    ) -> list[dict[str, Any]]: ...


@dataclass
class Recorder:
    """Stores a turn's messages, and keeps them to be sent when the transaction is through.

    `version` is the hold's when the turn began: an agent may also have come and gone since.
    """

    people: People
    store: Store
    conversation: str
    version: int
    entries: list[Entry] = field(default_factory=list)

    def __call__(self, connection: Connection, *, turn: Turn) -> None:
        self.people.check(connection, self.conversation, self.version)
        messages = self.people.completed(connection, self.conversation, turn)
        self.entries = self.store(connection, messages, turn.language)
