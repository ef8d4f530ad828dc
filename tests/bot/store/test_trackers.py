"""Conversations in SQLite: kept through a kill, only what is new written, nothing hidden."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.store.tables import probes
from bot.store.trackers import TrackerStore

DOMAIN = Domain.from_dict({"slots": {"seats": {"type": "any", "mappings": [{"type": "custom"}]}}})


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "conversations.db"


@pytest.fixture
def store(database: Path) -> TrackerStore:
    return TrackerStore(DOMAIN, db=str(database))


@pytest.fixture
def stock(tmp_path: Path) -> SQLTrackerStore:
    return SQLTrackerStore(DOMAIN, dialect="sqlite", db=str(tmp_path / "stock.db"))


def new_tracker(conversation: str = "c-1") -> DialogueStateTracker:
    return DialogueStateTracker(conversation, DOMAIN.slots)


def converse(store: SQLTrackerStore, turns: int, conversation: str = "c-1") -> None:
    """Each turn is read, added to and saved, as the processor does."""

    async def run() -> None:
        for turn in range(turns):
            tracker = await store.retrieve(conversation) or new_tracker(conversation)
            tracker.update_with_events(
                [UserUttered(f"message {turn}"), SlotSet("seats", turn), BotUttered("answer")],
                DOMAIN,
            )
            await store.save(tracker)

    asyncio.run(run())


def rows(database: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(database) as connection:
        return list(connection.execute("SELECT sender_id, type_name FROM events ORDER BY id"))


def test_a_conversation_comes_back_as_it_was(store: TrackerStore, database: Path) -> None:
    converse(store, 3)
    tracker = asyncio.run(TrackerStore(DOMAIN, db=str(database)).retrieve("c-1"))
    assert tracker is not None
    assert [e.text for e in tracker.events if isinstance(e, UserUttered)] == [
        "message 0",
        "message 1",
        "message 2",
    ]
    assert tracker.get_slot("seats") == 2


def test_who_never_wrote_is_nobody(store: TrackerStore) -> None:
    assert asyncio.run(store.retrieve("stranger")) is None


def test_conversations_do_not_mix(store: TrackerStore) -> None:
    converse(store, 2, "a")
    converse(store, 1, "b")
    tracker = asyncio.run(store.retrieve("b"))
    assert tracker is not None and len(tracker.events) == 3


@pytest.mark.parametrize("kind", ["stock", "store"])
def test_every_event_is_written_once(kind: str, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue(kind)
    converse(found, 5)
    assert len(rows(Path(found.engine.url.database))) == 15


def test_saving_twice_writes_nothing_twice(store: TrackerStore, database: Path) -> None:
    tracker = new_tracker()
    tracker.update(UserUttered("hello"), DOMAIN)
    asyncio.run(store.save(tracker))
    asyncio.run(store.save(tracker))
    assert rows(database) == [("c-1", "user")]


def statements_of(store: SQLTrackerStore, run: Callable[[], object]) -> list[str]:
    found: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        found.append(statement.split()[0])

    sa.event.listen(store.engine, "before_cursor_execute", note)
    run()
    return found


def test_a_save_only_inserts_where_stock_counts_all_stored_events_again(
    store: TrackerStore, stock: SQLTrackerStore
) -> None:
    def saved(kept: SQLTrackerStore) -> list[str]:
        converse(kept, 4)
        tracker = asyncio.run(kept.retrieve("c-1"))
        assert tracker is not None
        tracker.update(UserUttered("one more"), DOMAIN)
        return statements_of(kept, lambda: asyncio.run(kept.save(tracker)))

    assert "SELECT" in saved(stock)
    assert saved(store) == ["INSERT"]


def test_a_later_session_is_read_alone_and_the_history_kept(
    store: TrackerStore, database: Path
) -> None:
    converse(store, 3)
    tracker = asyncio.run(store.retrieve("c-1"))
    assert tracker is not None
    tracker.update_with_events([SessionStarted(), UserUttered("again")], DOMAIN)
    asyncio.run(store.save(tracker))
    latest = asyncio.run(store.retrieve("c-1"))
    full = asyncio.run(store.retrieve_full_tracker("c-1"))
    assert latest is not None and full is not None
    assert [event.type_name for event in latest.events] == ["session_started", "user"]
    assert len(full.events) == len(rows(database)) == 11


def test_stock_ends_the_process_on_a_value_error(stock: SQLTrackerStore) -> None:
    """Any ValueError counts as "schema not found" there: a lone surrogate is enough."""
    with pytest.raises(SystemExit), stock.session_scope():
        raise ValueError
    with pytest.raises(SystemExit):
        asyncio.run(stock.retrieve("\ud800"))


def test_ours_raises_it(store: TrackerStore) -> None:
    with pytest.raises(ValueError, match="as it was"), store.session_scope():
        raise ValueError("as it was")
    with pytest.raises(UnicodeEncodeError):
        asyncio.run(store.retrieve("\ud800"))
    converse(store, 1)  # the store goes on


def test_a_nul_is_kept(store: TrackerStore) -> None:
    tracker = new_tracker()
    tracker.update(UserUttered("a\x00b"), DOMAIN)
    asyncio.run(store.save(tracker))
    found = asyncio.run(store.retrieve("c-1"))
    assert found is not None and found.latest_message.text == "a\x00b"


def broken(store: SQLTrackerStore) -> None:
    """The database's file is garbage from now on."""
    store.engine.dispose()
    file = Path(store.engine.url.database)
    for path in file.parent.glob(f"{file.name}*"):
        path.write_bytes(b"no database at all" * 100)


def test_stock_hides_a_failing_database_and_forgets(stock: SQLTrackerStore) -> None:
    """The wrapper that Rasa's agent puts around every store: the customer is a stranger again."""
    wrapped = FailSafeTrackerStore(stock)
    converse(stock, 1)
    broken(stock)
    assert asyncio.run(wrapped.retrieve("c-1")) is None
    asyncio.run(wrapped.save(new_tracker()))
    assert asyncio.run(wrapped.fallback_tracker_store.retrieve("c-1")) is not None


def test_ours_fails_closed(store: TrackerStore) -> None:
    converse(store, 1)
    broken(store)
    tracker = new_tracker()
    tracker.update(UserUttered("hello"), DOMAIN)
    with pytest.raises(sa.exc.DatabaseError):
        asyncio.run(store.retrieve("c-1"))
    with pytest.raises(sa.exc.DatabaseError):
        asyncio.run(store.save(tracker))


def test_what_failed_to_be_saved_is_saved_by_the_next_try(
    store: TrackerStore, database: Path
) -> None:
    tracker = new_tracker()
    tracker.update(UserUttered("hello"), DOMAIN)
    with sqlite3.connect(database, isolation_level=None) as other:
        other.execute("ALTER TABLE events RENAME TO elsewhere")
        with pytest.raises(sa.exc.OperationalError):
            asyncio.run(store.save(tracker))
        other.execute("ALTER TABLE elsewhere RENAME TO events")
    asyncio.run(store.save(tracker))
    assert rows(database) == [("c-1", "user")]


def test_readers_do_not_wait_for_the_writer(store: TrackerStore) -> None:
    converse(store, 1)
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA synchronous")).scalar() == 1


def test_a_read_inside_of_a_transaction_loses_nothing(tmp_path: Path) -> None:
    """The one connection is given back by the reader while the writer is not done."""
    engine = TrackerStore(Domain.empty(), db=str(tmp_path / "c.db")).engine
    with engine.begin() as connection:
        connection.execute(probes.insert().values(id=1, at=1.0))
        with engine.connect() as other:
            assert other.execute(sa.select(probes.c.at)).scalar() == 1.0
    with engine.connect() as connection:
        assert connection.execute(sa.select(probes.c.at)).scalar() == 1.0
