"""The real clock, or one that stands still."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.clock import FROZEN_AT, environment_clock, frozen

NOON = "2026-11-22T12:00:00-05:00"


def test_a_frozen_clock_stands_still() -> None:
    clock = frozen(NOON)
    assert clock() == clock() == datetime(2026, 11, 22, 17, tzinfo=timezone.utc)
    assert clock().utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize("at", ["2026-11-22T12:00:00", "2026-11-22", "noon", ""])
def test_a_clock_needs_an_instant_with_an_offset(at: str) -> None:
    with pytest.raises(ValueError):
        frozen(at)


def test_the_environment_freezes_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FROZEN_AT, NOON)
    assert environment_clock()() == frozen(NOON)()


def test_the_real_clock_is_aware_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FROZEN_AT, raising=False)
    clock = environment_clock()
    before = datetime.now(timezone.utc)
    first, second = clock(), clock()
    assert first.tzinfo is not None
    assert before <= first <= second <= datetime.now(timezone.utc)
