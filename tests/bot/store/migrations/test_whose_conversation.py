"""0004: conversations of before know whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.pool import StaticPool

import bot.store

MIGRATIONS = Path(bot.store.__file__).parent / "migrations"


@pytest.fixture
def engine() -> Iterator[sa.engine.Engine]:
    engine = sa.create_engine("sqlite://", poolclass=StaticPool)
    yield engine
    engine.dispose()


def upgrade(engine: sa.engine.Engine, version: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def test_who_has_a_conversation_has_it_still(engine: sa.engine.Engine) -> None:
    upgrade(engine, "0003")
    with engine.begin() as connection:
        for name, channel in (("c-1", "slack"), ("c-2", "web")):
            connection.exec_driver_sql(
                "INSERT INTO conversations (id, channel, began) VALUES (?, ?, 0)", (name, channel)
            )
        connection.exec_driver_sql(
            "INSERT INTO peers (key, conversation, channel, address, private, stopped) "
            "VALUES ('k-1', 'c-1', 'slack', '{}', 1, 0)"
        )
    upgrade(engine, "0004")
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT id, peer FROM conversations ORDER BY id")
        assert [tuple(row) for row in found] == [("c-1", "k-1"), ("c-2", None)]
