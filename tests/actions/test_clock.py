from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from actions.clock import clock


def test_frozen() -> None:
    frozen = clock("2026-11-22T12:00:00-05:00")
    assert frozen() == frozen() == datetime.fromisoformat("2026-11-22T12:00:00-05:00")


def test_real() -> None:
    now = clock(None)()
    assert now.tzinfo is not None
    assert abs(datetime.now().astimezone() - now) < timedelta(seconds=5)


@pytest.mark.parametrize("instant", ["2026-11-22T12:00:00", "noon"])
def test_no_instant(instant: str) -> None:
    with pytest.raises(ValueError):
        clock(instant)
