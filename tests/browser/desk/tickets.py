"""A callback and a message, as customers leave them (bot/handoff/form/taking.py)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from bot.desk.command import opened
from bot.run.stack import DATABASE
from bot.store.desk import DeskStore
from tests.conftest import NOW

CALLBACK: dict[str, Any] = {
    **{"name": "Zoé Côté", "phone": "+15145550199", "phone_shown": "514 555-0199"},
    **{"extension": "12", "email": None, "zone": "America/Toronto", "language": "fr"},
    "window": {"from": "2026-11-23T09:00:00-05:00", "to": "2026-11-23T12:00:00-05:00"},
    "topic": "Trois postes de plus",
}
MESSAGE: dict[str, Any] = {
    **{"name": "Sam", "phone": None, "phone_shown": None, "extension": None, "window": None},
    **{"email": "sam@example.com", "zone": "America/New_York", "language": "en"},
    "topic": "An invoice, please",
}


def keep_tickets(state: Path) -> None:
    """For the agents of the stack with that folder."""
    engine = opened(state / DATABASE)
    store = DeskStore(engine, lambda: datetime.fromisoformat(NOW))
    with engine.begin() as connection:
        store.add_ticket(connection, "c-1", "callback", CALLBACK)
        store.add_ticket(connection, "c-2", "message", MESSAGE)
    engine.dispose()
