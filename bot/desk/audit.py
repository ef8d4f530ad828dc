"""Who did what at the desk, and to which conversation: ids alone, never what anybody wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.clock import Clock
from bot.store.tables import audit_log as table

Detail = Mapping[str, "str | int | bool | None"]

_WORD = re.compile(r"[a-z][a-z_]{0,31}")
_ID = re.compile(r"[\w.:-]{1,128}", re.ASCII)
_LARGEST_DETAIL = 8


@dataclass(frozen=True)
class Deed:
    """`agent` is None for the command line, and where nobody was signed in."""

    id: int
    at: datetime
    agent: int | None
    action: str
    conversation: str | None
    detail: Detail


class Audit:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    def note(
        self,
        agent: int | None,
        action: str,
        conversation: str | None = None,
        detail: Detail | None = None,
    ) -> None:
        """`action` is a word, such as `sign_in`; `detail` has at most 8 ids under such words.
        Raises ValueError for what may be somebody's text.
        """
        said = dict(detail or {})
        if not _WORD.fullmatch(action) or len(said) > _LARGEST_DETAIL:
            raise ValueError("not an action of the audit log")
        if not all(_WORD.fullmatch(name) and _is_id(value) for name, value in said.items()):
            raise ValueError(f"the audit log keeps ids alone: {action}")
        with self._engine.begin() as connection:
            connection.execute(
                table.insert().values(
                    at=self._clock().timestamp(),
                    agent=agent,
                    action=action,
                    conversation=conversation,
                    detail=said,
                )
            )

    def recent(self, n: int) -> tuple[Deed, ...]:
        """The last `n`, the newest first."""
        query = sa.select(table).order_by(table.c.id.desc()).limit(n)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            Deed(
                row["id"],
                datetime.fromtimestamp(row["at"], timezone.utc),
                row["agent"],
                row["action"],
                row["conversation"],
                row["detail"],
            )
            for row in rows
        )


def _is_id(value: object) -> bool:
    if isinstance(value, str):
        return _ID.fullmatch(value) is not None
    return value is None or isinstance(value, int)
