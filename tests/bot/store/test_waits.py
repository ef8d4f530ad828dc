"""How long customers have waited, from what the audit log has of their agents."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.desk.audit import Audit
from bot.store.waits import Waits
from tests.bot.channels.conftest import new_engine
from tests.bot.desk.conftest import Time


@pytest.fixture
def engine() -> sa.engine.Engine:
    return new_engine()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def audit(engine: sa.engine.Engine, time: Time) -> Audit:
    return Audit(engine, time)


@pytest.fixture
def waits(engine: sa.engine.Engine, time: Time) -> Waits:
    return Waits(engine, time)


def test_those_of_a_language_the_last_first(audit: Audit, waits: Waits) -> None:
    assert waits.lately("fr") == []
    audit.note(1, "claim", "c", {"waited": 10, "language": "fr"})
    audit.note(1, "claim", "c", {"waited": 20, "language": "en"})
    audit.note(1, "claim", "c", {"waited": 30, "language": None})
    audit.note(1, "claim", "c")
    audit.note(1, "close", "c", {"waited": 40, "language": "fr"})
    audit.note(2, "claim", "c", {"waited": 50, "language": "fr"})
    assert (waits.lately("fr"), waits.lately("en")) == ([50, 10], [20])


def test_of_two_hours(audit: Audit, waits: Waits, time: Time) -> None:
    audit.note(1, "claim", "c", {"waited": 10, "language": "fr"})
    time.move(7200)
    assert waits.lately("fr") == [10]
    time.move(1)
    assert waits.lately("fr") == []


def test_twenty_at_most_and_only_the_end_of_the_log_is_read(audit: Audit, waits: Waits) -> None:
    for number in range(25):
        audit.note(1, "claim", "c", {"waited": number, "language": "fr"})
    assert waits.lately("fr") == list(range(24, 4, -1))
    for _ in range(990):
        audit.note(1, "sign_in")
    assert waits.lately("fr") == list(range(24, 14, -1))
