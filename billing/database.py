"""The connection to the database: an SQLite file by default, any SQLAlchemy URL otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from billing.settings import SettingsError
from billing.tables import metadata

BUSY_SECONDS = 5


def open_database(url: str) -> Engine:
    """An engine on `url` with its tables present; the folder of an SQLite file is created.

    Raises SettingsError when the URL cannot be used, without repeating it: it may hold a
    password.
    """
    try:
        engine = _sqlite(url) if _is_sqlite(url) else _engine(url)
        metadata.create_all(engine)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise SettingsError("BILLING_DATABASE cannot be opened.") from error
    return engine


def _engine(url: str, **options: Any) -> Engine:
    # Parameters hidden: the log of a failed statement would hold accounts, keys, whole quotes.
    engine: Engine = create_engine(url, hide_parameters=True, **options)
    return engine


def _is_sqlite(url: str) -> bool:
    return bool(make_url(url).get_backend_name() == "sqlite")


def _sqlite(url: str) -> Engine:
    path = make_url(url).database
    if not path or path == ":memory:":
        # Quotes must outlive the process, and each pooled connection would see its own database.
        raise SettingsError("BILLING_DATABASE must name a file when it is SQLite.")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    # Handlers run in worker threads; a pooled connection serves one at a time, in any of them.
    engine = _engine(
        url,
        poolclass=QueuePool,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """Readers never wait for a writer; a commit is on disk before it is answered.

    WAL with synchronous=NORMAL would survive a killed process, but a power cut may undo the
    last commits (sqlite.org/pragma.html#pragma_synchronous). A 201 promises that the quote
    exists, and quotes are rare enough to pay for FULL.
    """
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
