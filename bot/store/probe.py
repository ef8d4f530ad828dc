"""Can the store be written and read? A full disk or a lost database shows here first."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import probes


def write_and_read(engine: Engine, clock: Clock) -> None:
    """Raises SQLAlchemyError, or ValueError where what was written does not come back."""
    now = clock().timestamp()
    with engine.begin() as connection:
        connection.execute(probes.delete())
        connection.execute(probes.insert().values(id=1, at=now))
    with engine.connect() as connection:
        if connection.execute(sa.select(probes.c.at)).scalar() != now:
            raise ValueError("the store forgets")
