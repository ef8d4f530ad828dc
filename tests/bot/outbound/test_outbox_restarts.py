"""Whatever ends in the middle, everything is carried in order, and nobody is stuck."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.outbound.far_side import HANG, HANG_AFTER, SIDE, World, play, turns


def test_resuming_does_not_start_what_is_under_way_again() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", "two")
        for _ in range(100):
            world.outbox.resume()
            world.outbox.wake("c-1")
            await turns(1)
        await world.settled()
        assert world.texts() == ["one", "two"]

    play(test, [TryAgain("x")] * 3)


def test_a_store_that_fails_leaves_nobody_stuck() -> None:
    async def test(world: World) -> None:
        def fail(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("disk full"))

        sa.event.listen(world.engine, "before_cursor_execute", fail)
        world.outbox.wake("c-1")
        await world.settled()
        sa.event.remove(world.engine, "before_cursor_execute", fail)
        world.say("c-1", "one")
        world.outbox.resume()
        await world.settled()
        assert world.texts() == ["one"]

    play(test)


def test_a_store_that_fails_after_a_step_repeats_that_step_alone() -> None:
    async def test(world: World) -> None:
        failures = [sa.exc.OperationalError("", {}, Exception("disk full"))]

        def fail(_: Any, __: Any, statement: str, *___: Any) -> None:
            if statement.startswith("UPDATE carried") and len(world.texts()) == 2 and failures:
                raise failures.pop()

        sa.event.listen(world.engine, "before_cursor_execute", fail)
        await world.send("c-1", "one", "two", "three")
        await world.settled()
        assert world.texts() == ["one", "two"]
        assert world.cursors.refused("c-1") == {}
        world.outbox.resume()
        await world.settled()
        assert world.texts() == ["one", "two", "two", "three"]

    play(test)


def test_whatever_the_carrier_does_nobody_is_stuck() -> None:
    async def test(world: World) -> None:
        async def fail(_: Any) -> None:
            raise ZeroDivisionError

        world.side.late = world.side.gone = fail  # type: ignore[method-assign]
        await world.send("c-1", "one", "two")
        await world.settled()
        for _ in range(3):
            world.outbox.resume()
            await world.settled()
        assert world.texts() == ["one", "two"]

    play(test, [*[TryAgain("x")] * 8, None, Gone("x")])


def test_what_is_left_is_taken_up_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.outbound.outbox._RESUMED_AT_ONCE", 10)

    async def test(world: World) -> None:
        for number in range(25):
            world.say(f"c-{number}", "one")
        world.outbox.resume()
        assert len(world.outbox._carrying) == 10
        for _ in range(2):
            await world.settled()
            world.outbox.resume()
        await world.settled()
        assert all(world.texts(f"c-{number}") == ["one"] for number in range(25))

    play(test)


def test_what_comes_without_a_word_is_found_the_next_time() -> None:
    """A process that ends right after it has stored wakes nobody."""

    async def test(world: World) -> None:
        await world.send("c-1", "one")
        await world.settled()
        world.outbox.resume()
        world.say("c-1", "two")
        world.say("c-2", "three")
        world.outbox.resume()
        await world.settled()
        assert (world.texts("c-1"), world.texts("c-2")) == (["one", "two"], ["three"])

    play(test)


def test_nothing_is_kept_of_what_is_done() -> None:
    async def test(world: World) -> None:
        for number in range(100):
            await world.send(f"c-{number}", "one")
        await world.settled()
        assert world.outbox._carrying == {}

    play(test)


@pytest.mark.parametrize(("hangs", "expected"), [(HANG, ["one"]), (HANG_AFTER, ["one", "one"])])
def test_a_process_that_ends_repeats_at_most_what_was_under_way(
    hangs: str, expected: list[str]
) -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", "two")
        await world.settled()
        await world.restart()
        await world.settled()
        assert world.texts() == [*expected, "two"]

    play(test, [hangs])


OUTCOMES = st.sampled_from(
    [None, None, None, TryAgain("x"), TryAgain("x", 5.0), Undeliverable("x"), HANG, HANG_AFTER]
)
SAID = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), max_size=12)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(SAID, st.lists(OUTCOMES, max_size=25))
def test_whatever_happens_everything_is_carried_in_order_and_once(
    said: list[tuple[int, int]], outcomes: list[Any]
) -> None:
    """`said` are conversations, and the steps that each entry takes."""

    async def test(world: World) -> None:
        expected: dict[str, list[tuple[str, int]]] = {}
        for number, (conversation, steps) in enumerate(said):
            name, text = f"c-{conversation}", f"text {number}"
            await world.send(name, text, steps=steps)
            expected.setdefault(name, []).extend((text, step) for step in range(steps))
            await turns(number % 4)
        while True:
            await world.settled()
            if not world.side.hanging.is_set():
                break
            await world.restart()
        assert world.cursors.behind(SIDE) == []
        for name, everything in expected.items():
            given_up = world.cursors.refused(name)
            entries = world.transcript.after(name, 0, 100)
            refused = {entry.body["text"] for entry in entries if entry.seq in given_up}
            once = once_of(world, name)
            # Of an entry that was refused the first steps may have been taken.
            assert once == [one for one in everything if one[0] not in refused or one in once]

    play(test, outcomes)


def once_of(world: World, conversation: str) -> list[tuple[str, int]]:
    """What was taken, without what was repeated because the process ended at that very moment."""
    once: list[tuple[str, int]] = []
    for taken in world.side.taken[conversation]:
        if once and once[-1] == taken:
            assert taken in world.side.doubled
            continue
        once.append(taken)
    assert len(set(once)) == len(once)
    return once
