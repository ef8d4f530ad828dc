"""Structured logs: one JSON object a line on standard error.

A line holds what happened and to which request, never a key, an account, or a body.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime, timezone
from typing import Any

logger = logging.getLogger("billing")


class JsonFormatter(logging.Formatter):
    """`ts`, `level`, `event`, then the event's own fields, then a traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "ts": datetime.fromtimestamp(record.created, timezone.utc).isoformat(),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line)


def configure_logging() -> None:
    """Send every logger of this process, at INFO and above, to standard error as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def log(level: int, event: str, *, exc_info: bool = False, **fields: Any) -> None:
    """Log `event` with its fields, which must be JSON values."""
    logger.log(level, event, exc_info=exc_info, extra={"fields": fields})
