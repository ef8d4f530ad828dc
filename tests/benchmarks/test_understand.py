"""The NLU of a bot, timed message by message."""

from __future__ import annotations

from benchmarks.understand import milliseconds


def test_each_text_is_timed_after_some_to_warm_up() -> None:
    read: list[str] = []
    times = milliseconds(read.append, [f"message {n}" for n in range(8)])
    assert len(times) == 8
    assert min(times) >= 0
    assert read == [f"message {n}" for n in (*range(5), *range(8))]
