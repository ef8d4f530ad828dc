"""How long customers have waited for the agents who took them, from the audit log."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.handoff.waits import AT_MOST, LATELY
from bot.store.tables import audit_log

CLAIM = "claim"
WAITED = "waited"
LANGUAGE = "language"

# However long the log is, no more of it is read.
_DEEDS = 1000


class Waits:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def lately(self, language: str) -> list[int]:
        """Seconds of the last claims in that language, the last first."""
        newest = sa.select(sa.func.max(audit_log.c.id)).scalar_subquery()
        query = (
            sa.select(audit_log.c.detail)
            .where(
                audit_log.c.id > newest - _DEEDS,
                audit_log.c.action == CLAIM,
                audit_log.c.at >= self._clock().timestamp() - LATELY,
            )
            .order_by(audit_log.c.id.desc())
        )
        with self._engine.connect() as connection:
            details = connection.execute(query).scalars().all()
        waits = [d[WAITED] for d in details if d.get(LANGUAGE) == language and WAITED in d]
        return waits[:AT_MOST]
