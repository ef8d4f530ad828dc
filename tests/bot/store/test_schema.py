"""Migrations make what tables.py says, once, and leave what a database holds; what the stores do in
a transaction is the same on each database.

With PRORATA_TEST_POSTGRES=postgresql://user@host/database each runs on PostgreSQL as well, in a
schema of its own that is dropped again.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool

from bot.handoff.hold import Hold, NotPossible, ask, claim
from bot.model import ROOT
from bot.store.holds import Holds
from bot.store.schema import SchemaError, upgrade
from bot.store.tables import holds, metadata, probes
from bot.store.trackers import TrackerStore
from bot.store.transcript import Transcript
from tests.bot.channels.conftest import NOW

POSTGRES = os.environ.get("PRORATA_TEST_POSTGRES")

# Rasa's, and SQLite's.
NOT_OURS = {"events", "sqlite_sequence"}

# A database of the web channel's first days has no tables for these.
LATER = {"holds", "notes", "drafts", "tickets", "agents", "desk_sessions", "audit_log"}

_UPGRADE = """
import sys
import sqlalchemy as sa
from bot.store.schema import upgrade
engine = sa.create_engine(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
upgrade(engine)
"""


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRES else ["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/100% new.db"
        return
    schema = f"test_{uuid.uuid4().hex}"
    everything = sa.create_engine(POSTGRES)
    with everything.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    # Who waits for a lock that nobody gives back fails instead of waiting.
    yield f"{POSTGRES}?options=-csearch_path={schema}%20-clock_timeout=9000"
    with everything.begin() as connection:
        connection.execute(sa.schema.DropSchema(schema, cascade=True))
    everything.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """As bot/store/trackers.py makes it: SQLite through one connection that is never given back."""
    if url.startswith("sqlite"):
        engine = sa.create_engine(url, poolclass=StaticPool, pool_reset_on_return=None)
    else:
        engine = sa.create_engine(url)
    yield engine
    engine.dispose()


def differences(engine: Engine) -> list[Any]:
    """Between the database and tables.py."""
    options = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": lambda name, kind, _: kind != "table" or name not in NOT_OURS,
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata))


def particulars(engine: Engine) -> dict[str, Any]:
    """What `differences` does not compare: conditions of indexes, and ids that are never reused."""
    queries = {
        "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
        "sqlite": """
            SELECT name, CASE type WHEN 'table' THEN instr(sql, 'AUTOINCREMENT') > 0 ELSE sql END
            FROM sqlite_master""",
    }
    with engine.connect() as connection:
        found = dict(connection.exec_driver_sql(queries[engine.dialect.name]).all())
    return {name: found[name] for name in found if not name.startswith("alembic_version")}


def test_a_new_database_has_the_tables_that_the_code_names(engine: Engine) -> None:
    """Where this fails: tables.py was changed, and needs a migration that does the same."""
    upgrade(engine)
    assert differences(engine) == []


def test_what_a_comparison_overlooks_is_the_same_too(engine: Engine) -> None:
    upgrade(engine)
    migrated = particulars(engine)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    assert migrated == particulars(engine)


def test_the_comparison_finds_a_change(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE notes ADD COLUMN colour VARCHAR(8)")
        connection.exec_driver_sql("DROP INDEX ix_holds_state")
    assert sorted(change[0] for change in differences(engine)) == ["add_index", "remove_column"]


def test_upgrading_again_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    done: list[str] = []
    sa.event.listen(engine, "before_cursor_execute", lambda _, __, text, *___: done.append(text))
    upgrade(engine)
    assert {statement.split()[0].upper() for statement in done} <= {"SELECT", "PRAGMA"}


@pytest.mark.parametrize("later", [set(), LATER], ids=["whole", "older"])
def test_a_database_without_versions_keeps_its_rows(engine: Engine, later: set[str]) -> None:
    """The first migration makes what `create_all` made, as long as that did it."""
    first = importlib.import_module("bot.store.migrations.versions.0001_the_first_tables")
    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            first.upgrade()
        for table in later:
            connection.exec_driver_sql(f"DROP TABLE {table}")
    said = Transcript(engine, lambda: NOW).hear("c-1", {"text": "l’œuvre"}, {}, "m-1")[0]
    upgrade(engine)
    assert sa.inspect(engine).has_table("alembic_version")
    assert differences(engine) == []
    assert Transcript(engine, lambda: NOW).unanswered() == [said]


def test_the_connection_stays_open_and_free(engine: Engine) -> None:
    """Nothing is pending on it, and nobody waits for it."""
    closed: list[Any] = []
    sa.event.listen(engine, "close", lambda *given: closed.append(given))
    upgrade(engine)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert not connection.connection.in_transaction
        assert connection.execute(sa.select(probes)).all() == []
    assert closed == []
    with sa.create_engine(engine.url).begin() as connection:
        connection.execute(probes.insert().values(id=1, at=1.0))


def test_an_upgrade_that_fails_leaves_no_trace(engine: Engine) -> None:
    """The tables of a migration and its version are one transaction."""

    def fail(_: Any, __: Any, statement: str, *___: Any) -> None:
        if "desk_sessions" in statement:
            raise sa.exc.OperationalError(statement, {}, Exception("disk full"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(sa.exc.OperationalError, match="disk full"):
        upgrade(engine)
    sa.event.remove(engine, "before_cursor_execute", fail)
    assert set(sa.inspect(engine).get_table_names()) <= NOT_OURS
    upgrade(engine)
    assert differences(engine) == []


def test_a_new_file_that_another_process_prepares_is_waited_for(tmp_path: Path) -> None:
    """SQLite refuses at once what would set a new file to WAL while another process does."""
    engine = sa.create_engine(f"sqlite:///{tmp_path}/new.db", poolclass=StaticPool)
    answers = iter(["database is locked", "database is locked", None])

    def prepare(*_: Any) -> None:
        if (refusal := next(answers)) is not None:
            raise sqlite3.OperationalError(refusal)

    sa.event.listen(engine, "connect", prepare)
    upgrade(engine)
    assert differences(engine) == []


def test_a_later_version_is_refused_and_kept(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for _ in range(2):
        with pytest.raises(SchemaError, match="9999"):
            upgrade(engine)
    assert differences(engine) == []


def test_processes_that_start_at_once_all_start(url: str, engine: Engine) -> None:
    """And none of them says a word."""
    command = [sys.executable, "-c", _UPGRADE, url]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    processes = [subprocess.Popen(command, cwd=ROOT, text=True, **pipes) for _ in range(3)]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 3
    for process in processes:
        print(file=process.stdin, flush=True)
    assert [process.communicate(timeout=30) for process in processes] == [("", "")] * 3
    assert differences(engine) == []


def test_who_was_slower_with_the_first_hold_is_told_so(engine: Engine) -> None:
    upgrade(engine)

    def change(hold: Hold) -> Hold:
        """Somebody else is faster, after this one has looked."""
        connection.execute(holds.insert().values(asdict(replace(hold, version=1))))
        return claim(hold, agent=1, at=1.0)

    with pytest.raises(NotPossible), engine.begin() as connection:
        Holds(engine).change(connection, "c-1", change)
    assert Holds(engine).of("c-1") == Hold("c-1")


def test_a_look_at_a_hold_waits_for_no_change_of_it(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        Holds(engine).change(connection, "c-1", lambda hold: ask(hold, "person", at=1.0))
    with engine.begin() as connection:
        Holds(engine).change(connection, "c-1", lambda hold: claim(hold, agent=1, at=2.0))
        assert Holds(sa.create_engine(engine.url)).of("c-1").state == "waiting"
    assert Holds(engine).of("c-1").state == "held"


def test_the_tables_are_there_beside_rasas(tmp_path: Path) -> None:
    store = TrackerStore(db=str(tmp_path / "conversations.db"))
    assert differences(store.engine) == []
    assert sa.inspect(store.engine).has_table("events")
    store.engine.dispose()
