"""Conversations in SQL: fails closed, never ends the process, reads and writes only what is needed.

Mends `SQLTrackerStore` (rasa/core/tracker_store.py): any ValueError in a transaction ends the
process there, SQLite is opened and closed for every query, and what is new is found by counting
the stored events again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from bot.store.schema import upgrade

Also = Callable[[sa.engine.Connection], None]

_STORED = "events_in_store"
_EVENTS: sa.Table = SQLTrackerStore.SQLEvent.__table__

# Made once: making them takes as long as running them.
_OF_SENDER = _EVENTS.c.sender_id == sa.bindparam("sender")
_SESSION_START = (
    sa.select(sa.func.max(_EVENTS.c.id))
    .where(_OF_SENDER, _EVENTS.c.type_name == SessionStarted.type_name)
    .scalar_subquery()
)
_ALL_SESSIONS = sa.select(_EVENTS.c.data).where(_OF_SENDER).order_by(_EVENTS.c.id)
_INSERT = _EVENTS.insert()
_LAST_SESSION = _ALL_SESSIONS.where(_EVENTS.c.id >= sa.func.coalesce(_SESSION_START, 0))


class TrackerStore(SQLTrackerStore):
    """One writer a conversation at a time: the lock store sees to it."""

    engine: sa.engine.Engine

    def __init__(
        self,
        domain: Domain | None = None,
        dialect: str = "sqlite",
        db: str = "prorata.db",
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        if dialect == "sqlite":
            Path(db).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain, dialect=dialect, db=db, event_broker=event_broker, **kwargs)
        if dialect == "sqlite":
            self.engine = _kept_open(self.engine)
            self.sessionmaker = sessionmaker(bind=self.engine)
        upgrade(self.engine)

    @contextlib.contextmanager
    def session_scope(self) -> Iterator[Session]:
        session = self.sessionmaker()
        try:
            yield session
        finally:
            session.close()

    async def _retrieve(
        self, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> DialogueStateTracker | None:
        query = _ALL_SESSIONS if fetch_events_from_all_sessions else _LAST_SESSION
        with self.engine.connect() as connection:
            stored = connection.execute(query, {"sender": sender_id}).scalars().all()
        if not stored or self.domain is None:
            return None
        events = [json.loads(event) for event in stored]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        setattr(tracker, _STORED, len(tracker.events))
        return tracker

    async def save(self, tracker: DialogueStateTracker, also: Also | None = None) -> None:
        """`also` writes in the same transaction: all of it is stored, or nothing."""
        if self.event_broker is not None:
            await self.stream_events(tracker)
        new = list(tracker.events)[getattr(tracker, _STORED, 0) :]
        rows = [_row(tracker.sender_id, event.as_dict()) for event in new]
        with self.engine.begin() as connection:
            if rows:
                connection.execute(_INSERT, rows)
            if also is not None:
                also(connection)
        setattr(tracker, _STORED, len(tracker.events))


def _row(sender_id: str, event: dict[str, Any]) -> dict[str, Any]:
    return {
        "sender_id": sender_id,
        "type_name": event["event"],
        "timestamp": event.get("timestamp"),
        "intent_name": event.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": event.get("name"),
        "data": json.dumps(event),
    }


def _kept_open(engine: sa.engine.Engine) -> sa.engine.Engine:
    """The same file through one connection that stays open: the event loop is its only user."""
    engine.dispose()
    kept = sa.create_engine(
        engine.url,
        poolclass=StaticPool,
        # It is the same connection for whoever asks: giving it back must not roll back what an
        # outer transaction has written.
        pool_reset_on_return=None,
        connect_args={"check_same_thread": False},
    )
    sa.event.listen(kept, "connect", _prepare)
    return kept


def _prepare(connection: Any, _: Any) -> None:
    # WAL: readers do not wait for the writer; NORMAL loses nothing when the process is killed.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
