"""What is stored reaches its far side: in order, once, however long that takes."""

from __future__ import annotations

from typing import Any

import pytest

from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.outbound.far_side import SIDE, World, play, turns


def test_entries_are_carried_in_order() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", "two")
        await world.send("c-1", "three")
        await world.settled()
        assert world.texts() == ["one", "two", "three"]
        await world.send("c-1", "four")
        await world.settled()
        assert world.texts() == ["one", "two", "three", "four"]
        assert world.waits == []

    play(test)


def test_what_the_far_side_is_not_to_see_is_passed() -> None:
    async def test(world: World) -> None:
        world.hear("c-1", "hello")
        await world.send("c-1", "hi")
        await world.settled()
        assert world.texts() == ["hi"]
        assert world.cursors.behind(SIDE) == []

    play(test)


def test_what_is_stored_while_something_is_carried_follows() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one")
        world.say("c-1", "two")  # stored, and nobody has said so yet
        await world.settled()
        await world.send("c-1", "three")
        await world.settled()
        assert world.texts() == ["one", "two", "three"]

    play(test)


def test_it_is_tried_again_after_longer_and_longer_waits() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", "two")
        await world.settled()
        assert world.texts() == ["one", "two"]
        # From the fifth on the breaker pauses, too (test_breaker.py).
        waits = [wait for number, wait in enumerate(world.waits) if number < 5 or wait > 1]
        assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0]

    play(test, [TryAgain("HTTP 503")] * 9)


def test_a_success_begins_the_waits_anew() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", "two")
        await world.settled()
        assert world.waits == [1.0, 2.0, 1.0]

    play(test, [TryAgain("x"), TryAgain("x"), None, TryAgain("x")])


def test_the_far_side_says_how_long() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one")
        await world.settled()
        assert world.waits == [30.0, 2.0]

    play(test, [TryAgain("HTTP 429", after=30.0), TryAgain("HTTP 429", after=0.5)])


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (Undeliverable("HTTP 400"), "HTTP 400"),
        (Gone("they have left"), "they have left"),
        (KeyError("what a customer wrote"), "KeyError at far_side.py"),
    ],
)
def test_what_is_not_taken_does_not_hold_up_the_rest(outcome: Exception, reason: str) -> None:
    async def test(world: World) -> None:
        one, _ = await world.send("c-1", "one", "two")
        await world.settled()
        assert world.texts() == ["two"]
        (kept,) = world.cursors.refused("c-1").values()
        assert kept.startswith(reason) and "wrote" not in kept
        assert list(world.cursors.refused("c-1")) == [one.seq]
        assert world.waits == []
        assert world.side.lost == (["c-1"] if isinstance(outcome, Gone) else [])

    play(test, [outcome])


@pytest.mark.parametrize("failure", [KeyError, Undeliverable, Gone])
def test_what_cannot_be_put_into_shape_is_given_up(failure: type[Exception]) -> None:
    class Broken(FarSideOfOne):
        error = failure

    async def test(world: World) -> None:
        world.side.steps = Broken(world.side.steps).steps  # type: ignore[method-assign]
        one, _ = await world.send("c-1", "one", "two")
        await world.settled()
        assert world.texts() == ["two"]
        assert list(world.cursors.refused("c-1")) == [one.seq]

    play(test)


class FarSideOfOne:
    """Cannot carry the text « one »."""

    error: type[Exception] = KeyError

    def __init__(self, steps: Any) -> None:
        self._steps = steps

    def steps(self, entry: Any) -> Any:
        if entry.body["text"] == "one":
            raise self.error("x")
        return self._steps(entry)


def test_an_entry_that_is_refused_in_the_middle_ends_there() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", steps=3)
        await world.send("c-1", "two")
        await world.settled()
        assert world.side.taken["c-1"] == [("one", 0), ("two", 0)]

    play(test, [None, Undeliverable("HTTP 400")])


def test_a_piece_that_is_told_late_to_have_failed_does_not_hold_up_the_rest() -> None:
    async def test(world: World) -> None:
        one, _ = world.say("c-1", "one", "two")
        world.cursors.fail(SIDE, one, "Twilio 30007")
        world.outbox.wake("c-1")
        await world.settled()
        assert world.texts() == ["two"]
        assert world.cursors.behind(SIDE) == []

    play(test, [Undeliverable("HTTP 400")])


def test_what_is_done_of_an_entry_is_not_done_again() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one", steps=3)
        await world.settled()
        assert world.side.taken["c-1"] == [("one", 0), ("one", 1), ("one", 2)]

    play(test, [None, TryAgain("x"), TryAgain("x"), None, TryAgain("x")])


def test_an_answer_of_yesterday_is_none() -> None:
    async def test(world: World) -> None:
        old, _ = await world.send("c-1", "old", "new")
        world.time.pass_by(24 * 3600)
        await world.settled()
        assert world.texts() == ["new"]
        assert world.cursors.refused("c-1") == {old.seq: "too late"}

    play(test, [TryAgain("HTTP 503"), TryAgain("HTTP 503")])


def test_an_old_entry_is_tried_before_it_is_given_up() -> None:
    async def test(world: World) -> None:
        world.say("c-1", "old")
        world.time.pass_by(48 * 3600)
        world.outbox.resume()
        await world.settled()
        assert world.texts() == ["old"]

    play(test)


def test_who_waits_for_long_is_told_once() -> None:
    async def test(world: World) -> None:
        await world.send("c-1", "one")
        await world.settled()
        assert world.texts() == ["one"]
        assert world.side.told_late == ["one"]
        await world.send("c-1", "two")
        await world.settled()
        assert world.side.told_late == ["one"]

    play(test, [TryAgain("x")] * 10)


def test_one_conversation_does_not_wait_for_another() -> None:
    async def test(world: World) -> None:
        world.waiting = True
        await world.send("c-1", "one")
        await turns()
        await world.send("c-2", "two")
        await turns()
        assert (world.texts("c-1"), world.texts("c-2")) == ([], ["two"])
        world.waiting = False
        await world.settled()
        assert world.texts("c-1") == ["one"]

    play(test, [TryAgain("x")])
