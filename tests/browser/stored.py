"""What a stack has stored, read beside it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

_WITHIN = 30.0


def rows(state: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    """From the conversations in a stack's folder."""
    path = (state / "conversations.db").as_uri()
    with closing(sqlite3.connect(f"{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query, values).fetchall()


def until(condition: Callable[[], bool]) -> None:
    """For what no element of the page shows."""
    deadline = time.monotonic() + _WITHIN
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.05)
