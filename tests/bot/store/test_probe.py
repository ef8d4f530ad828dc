"""A store that cannot be written, or forgets, is found out."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from bot.store.probe import write_and_read
from bot.store.tables import probes
from tests.bot.channels.conftest import NOW, new_engine


def test_one_row_is_written_again_and_again() -> None:
    engine = new_engine()
    for second in range(3):
        write_and_read(engine, lambda second=second: NOW.replace(second=second))
    with engine.connect() as connection:
        assert connection.execute(sa.select(probes)).all() == [
            (1, NOW.replace(second=2).timestamp())
        ]


def test_a_store_that_fails_raises() -> None:
    with pytest.raises(sa.exc.OperationalError):
        write_and_read(sa.create_engine("sqlite://"), lambda: NOW)


@pytest.mark.parametrize("word", ["INSERT", "DELETE", "SELECT"])
def test_so_does_each_step(word: str) -> None:
    engine = new_engine()

    def fail(_: Any, __: Any, statement: str, *more: Any) -> None:
        if statement.startswith(word):
            raise sa.exc.OperationalError(statement, {}, Exception("disk full"))

    sa.event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(sa.exc.OperationalError):
        write_and_read(engine, lambda: NOW)


def test_a_store_that_forgets_raises() -> None:
    engine = new_engine()

    @sa.event.listens_for(engine, "before_cursor_execute", retval=True)
    def lose(_: Any, __: Any, statement: str, parameters: Any, *more: Any) -> tuple[str, Any]:
        return ("SELECT 1", ()) if statement.startswith("INSERT") else (statement, parameters)

    with pytest.raises(ValueError, match="the store forgets"):
        write_and_read(engine, lambda: NOW)
