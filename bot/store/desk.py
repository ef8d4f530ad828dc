"""What the desk keeps and looks up beside conversations: notes, tickets, who wrote lately."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.clock import Clock
from bot.store.tables import notes, tickets, transcript, undelivered

# "dropped": the customer has withdrawn it.
TicketState = Literal["due", "tried", "done", "dropped"]
_OPEN: tuple[TicketState, ...] = ("due", "tried")
Kind = Literal["callback", "message"]


@dataclass(frozen=True)
class Note:
    id: int
    agent: int
    at: float
    text: str


@dataclass(frozen=True)
class Ticket:
    """`details` are what the customer gave (bot/handoff/form/callback.py)."""

    id: int
    conversation: str
    kind: Kind
    state: TicketState
    at: float
    details: dict[str, Any]


@dataclass(frozen=True)
class Filing:
    """What becomes of a request: a new ticket, or another one's new details; None withdraws it."""

    kind: Kind
    details: dict[str, Any] | None
    ticket: int | None = None


class DeskStore:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def add_note(self, conversation: str, agent: int, text: str) -> None:
        values = {"conversation": conversation, "agent": agent, "at": self._now(), "text": text}
        with self._engine.begin() as connection:
            connection.execute(notes.insert().values(values))

    def notes_of(self, conversation: str) -> list[Note]:
        query = sa.select(notes).where(notes.c.conversation == conversation).order_by(notes.c.id)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return [Note(row["id"], row["agent"], row["at"], row["text"]) for row in rows]

    def add_ticket(
        self, connection: Connection, conversation: str, kind: Kind, details: dict[str, Any]
    ) -> None:
        """In the transaction that tells the customer of it."""
        connection.execute(
            tickets.insert().values(
                conversation=conversation,
                kind=kind,
                state="due",
                at=self._now(),
                details=details,
            )
        )

    def file(self, connection: Connection, conversation: str, filing: Filing) -> None:
        """A ticket that was done meanwhile is not changed any more: a change of it is a new one."""
        mine = (tickets.c.id == filing.ticket) & tickets.c.state.in_(_OPEN)
        if filing.details is None:
            connection.execute(tickets.update().where(mine).values(state="dropped"))
            return
        changed = tickets.update().where(mine).values(details=filing.details, state="due")
        if filing.ticket is None or not connection.execute(changed).rowcount:
            self.add_ticket(connection, conversation, filing.kind, filing.details)

    def open_ticket(self, conversation: str, kind: Kind | None) -> Ticket | None:
        """The last one of this kind, or of any, that nobody has seen to."""
        query = sa.select(tickets).where(tickets.c.conversation == conversation)
        query = query.where(tickets.c.state.in_(_OPEN)).order_by(tickets.c.id.desc()).limit(1)
        if kind is not None:
            query = query.where(tickets.c.kind == kind)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return Ticket(**row) if row else None

    def set_ticket(self, ticket: int, state: TicketState) -> bool:
        """False where there is no such ticket. One that was withdrawn is only ever done."""
        mine = tickets.c.id == ticket
        if state != "done":
            mine &= tickets.c.state != "dropped"
        with self._engine.begin() as connection:
            changed = connection.execute(tickets.update().where(mine).values(state=state))
        return bool(changed.rowcount)

    def tickets_since(self, time: float) -> list[Ticket]:
        """The oldest first: all that are not done, and those that came since `time`."""
        shown = sa.or_(tickets.c.state != "done", tickets.c.at >= time)
        query = sa.select(tickets).where(shown).order_by(tickets.c.id)
        with self._engine.connect() as connection:
            return [Ticket(**row) for row in connection.execute(query).mappings()]

    def written_since(self, time: float, at_most: int) -> list[str]:
        """Conversations in which a customer wrote, the last first."""
        last = sa.func.max(transcript.c.seq)
        query = (
            sa.select(transcript.c.conversation)
            .where(transcript.c.author == "customer", transcript.c.at >= time)
            .group_by(transcript.c.conversation)
            .order_by(last.desc())
            .limit(at_most)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def undelivered(self, conversations: Collection[str]) -> Counter[str]:
        """How much of each its platform has refused."""
        query = sa.select(undelivered.c.conversation).where(
            undelivered.c.conversation.in_(conversations)
        )
        with self._engine.connect() as connection:
            return Counter(connection.execute(query).scalars())

    def all_undelivered(self) -> int:
        with self._engine.connect() as connection:
            return connection.execute(
                sa.select(sa.func.count()).select_from(undelivered)
            ).scalar_one()

    def _now(self) -> float:
        return self._clock().timestamp()
