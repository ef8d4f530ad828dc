"""What aiohttp logs of a request that fails: it quotes the bytes that it could not read, and a
traceback can quote more. Whoever sends them needs no signature.
"""

from __future__ import annotations

import logging

from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.log import server_logger

from bot import metrics
from bot.channels.failures import described


class _Discreet(logging.Filter):
    """Keeps the exception's type and place."""

    def filter(self, record: logging.LogRecord) -> bool:
        failure = record.exc_info[1] if record.exc_info else None
        if failure is None:
            return True
        if isinstance(failure, HttpProcessingError):
            metrics.REFUSED.labels("malformed").inc()
        record.msg, record.args = "A request failed: %s", (described(failure),)
        record.exc_info = record.exc_text = None
        return True


_DISCREET = _Discreet()


def be_discreet() -> None:
    """Once is enough; again changes nothing."""
    server_logger.addFilter(_DISCREET)
