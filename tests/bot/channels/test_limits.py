"""Token buckets under a clock that a test moves."""

from __future__ import annotations

import itertools

import pytest

import bot.channels.limits
from bot.channels.limits import Buckets, Rate
from tests.bot.channels.web.harness import Time


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def buckets(time: Time) -> Buckets:
    return Buckets(Rate(burst=3, per_second=0.5), lambda: time.seconds)


def taken(buckets: Buckets, key: str = "a") -> int:
    """How often before the first refusal."""
    count = 0
    while buckets.take(key):
        count += 1
    return count


def test_a_burst_and_no_more(buckets: Buckets) -> None:
    assert taken(buckets) == 3
    assert not buckets.take("a")


def test_each_key_has_its_own(buckets: Buckets) -> None:
    assert taken(buckets, "a") == 3
    assert taken(buckets, "b") == 3


def test_it_refills_with_time(buckets: Buckets, time: Time) -> None:
    taken(buckets)
    time.pass_by(1.9)
    assert not buckets.take("a")
    time.pass_by(0.1)
    assert taken(buckets) == 1
    time.pass_by(4)
    assert taken(buckets) == 2


def test_it_is_full_at_its_burst(buckets: Buckets, time: Time) -> None:
    taken(buckets)
    time.pass_by(1_000_000)
    assert taken(buckets) == 3


def test_refusals_cost_nothing(buckets: Buckets, time: Time) -> None:
    taken(buckets)
    for _ in range(100):
        buckets.take("a")
    time.pass_by(2)
    assert buckets.take("a")


@pytest.mark.parametrize("seconds", [0.0, 1e9])
def test_the_first_burst_does_not_depend_on_the_clock(seconds: float) -> None:
    """A monotonic clock starts anywhere."""
    assert taken(Buckets(Rate(3, 0.5), lambda: seconds)) == 3


def test_many_who_are_busy_are_not_looked_through_each_time(
    time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.channels.limits, "_SWEEP_AFTER", 10)
    looks = itertools.count()

    def seconds() -> float:
        next(looks)
        return time.seconds

    crowd = Buckets(Rate(burst=3, per_second=0.5), seconds)
    for number in range(1000):
        crowd.take(f"busy {number}")
    assert next(looks) < 5 * 1000


def test_full_buckets_are_forgotten(
    buckets: Buckets, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.channels.limits, "_SWEEP_AFTER", 10)
    taken(buckets, "busy")
    for number in range(10):
        buckets.take(f"old {number}")
    time.pass_by(2)
    assert buckets.take("new")
    assert set(buckets._buckets) == {"busy", "new"}
    assert taken(buckets, "busy") == 1
