from __future__ import annotations

import json
import logging

import pytest

from billing.logs import JsonFormatter, configure_logging, log


def test_a_line_is_one_json_object() -> None:
    record = logging.makeLogRecord(
        {"msg": "request", "levelname": "INFO", "created": 0.0, "fields": {"status": 200}}
    )
    assert json.loads(JsonFormatter().format(record)) == {
        "ts": "1970-01-01T00:00:00+00:00",
        "level": "info",
        "event": "request",
        "status": 200,
    }


def test_a_failure_keeps_its_traceback_on_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()
    try:
        raise LookupError("gone")
    except LookupError:
        log(logging.ERROR, "failed", exc_info=True, request_id="r-1")
    (line,) = capsys.readouterr().err.splitlines()
    logged = json.loads(line)
    assert (logged["event"], logged["request_id"]) == ("failed", "r-1")
    assert "LookupError: gone" in logged["traceback"]
