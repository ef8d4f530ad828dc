"""The tables in the version that this code is written for; the database knows which one it has."""

from __future__ import annotations

import logging
from pathlib import Path
from time import monotonic, sleep

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

_MIGRATIONS = Path(__file__).parent / "migrations"
# Among PostgreSQL's advisory locks, which are numbers: "prorata" in ASCII.
_LOCK = 0x70726F72617461
# As long as sqlite3 waits for a transaction, in seconds.
_PATIENCE = 5.0


class SchemaError(SQLAlchemyError):
    """The database is in a version that this code does not know."""


def upgrade(engine: Engine) -> None:
    """Runs the migrations that the database has not had, all or none. Of processes that start at
    once the first does it, and the others wait.
    """
    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with _connected(engine) as connection:
        version = MigrationContext.configure(connection).get_current_revision()
    if version == ScriptDirectory.from_config(config).get_current_head():
        return
    with engine.begin() as connection:
        _wait_for_others(connection)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise SchemaError(f"not a database of this version of Prorata: {error}") from error


def _connected(engine: Engine) -> Connection:
    """SQLite waits for others in a transaction, but not where it turns a new file to WAL."""
    deadline = monotonic() + _PATIENCE
    while True:
        try:
            return engine.connect()
        except OperationalError as error:
            if "database is locked" not in str(error.orig) or monotonic() > deadline:
                raise
            sleep(0.02)


def _wait_for_others(connection: Connection) -> None:
    """Until the end of the transaction nobody else migrates."""
    if connection.dialect.name == "sqlite":
        # sqlite3 by itself begins no transaction for what makes tables.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
