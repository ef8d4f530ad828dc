"""Recorded answers of a live billing system, served from loopback, with changes where a test asks.

The recordings are the documented wire formats, filled in for one subscription of 10 seats at
240.00 USD a year with exactly half of its year left.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from actions.clock import clock
from actions.quotes.live import Setting
from tests.actions.conftest import NOW
from tests.actions.loopback import Behaviour, Received, answer

RECORDED = Path(__file__).with_name("recorded")
SETTING = Setting(clock(NOW), ZoneInfo("America/New_York"))
MOMENT = datetime.fromisoformat(NOW)


class _Gone(Enum):
    """One value, whose name is the same in every process that names the tests."""

    GONE = "gone"


GONE: Any = _Gone.GONE
"""As a changed value: the field is not there."""

Key = tuple[str, str]


def recorded(name: str) -> Any:
    return json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))


def changed(document: Any, changes: Mapping[str, Any]) -> Any:
    """`{"lines.data.0.amount": 5}` on a copy."""
    result = copy.deepcopy(document)
    for path, value in changes.items():
        *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        node: Any = result
        for part in parents:
            node = node[part]
        if value is GONE:
            del node[last]
        else:
            node[last] = value
    return result


class Routes:
    """By method and path; what is not there answers 404 in HTML."""

    def __init__(self) -> None:
        self._behaviours: dict[Key, Behaviour] = {}

    def on(self, method: str, path: str, body: Any, status: int = 200) -> Routes:
        self._behaviours[method, path] = answer(status=status, body=body)
        return self

    def __call__(self, received: Received) -> Behaviour:
        missing = answer(status=404, content=b"<html>no such page</html>")
        return self._behaviours.get((received.method, received.path), missing)
