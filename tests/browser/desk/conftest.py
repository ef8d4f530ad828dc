"""Agents at the desk of the running stack, and of the one that may be killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

import pytest

from benchmarks.web.server import Server
from bot.desk.accounts import Accounts
from bot.desk.command import opened
from bot.run.stack import DATABASE, Stack
from tests.browser.browser import Visitors
from tests.browser.desk.agent import Staff


@contextmanager
def staff_of(state: Path, visitors: Visitors, home: str) -> Iterator[Staff]:
    engine = opened(state / DATABASE)
    yield Staff(Accounts(engine, lambda: datetime.now(timezone.utc)), visitors, home)
    engine.dispose()


@pytest.fixture
def staff(running_stack: Stack, visitors: Visitors) -> Iterator[Staff]:
    with staff_of(running_stack.state, visitors, running_stack.page) as staff:
        yield staff


@pytest.fixture
def night_staff(mortal: Server, visitors: Visitors) -> Iterator[Staff]:
    with staff_of(mortal.state, visitors, mortal.url) as staff:
        yield staff
