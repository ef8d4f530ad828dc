"""A far side that takes nothing is asked seldom, by one at a time; and everybody goes on at once when
it is back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.outbound.breaker import Breaker


class Down(Exception):
    pass


class Refused(Exception):
    pass


class Side:
    """Takes nothing while it is down; every attempt takes a moment."""

    def __init__(self, *, down: bool = False) -> None:
        self.down = down
        self.attempts = self.taken = self.at_once = self.most_at_once = 0
        self.pauses: list[float] = []
        self.breaker = Breaker(4, Down, self._sleep)

    async def step(self) -> None:
        self.attempts += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        self.at_once -= 1
        if self.down:
            raise Down
        self.taken += 1

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    async def everybody(self, count: int) -> None:
        tries = (self.breaker.attempt(self.step) for _ in range(count))
        await asyncio.gather(*tries, return_exceptions=True)


def run(what: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await what()

    asyncio.run(main())


def test_so_many_at_once_and_no_more() -> None:
    async def test() -> None:
        side = Side()
        await side.everybody(50)
        assert (side.taken, side.most_at_once, side.pauses) == (50, 4, [])

    run(test)


def test_what_a_step_raises_is_raised() -> None:
    async def test() -> None:
        async def refuse() -> None:
            raise Refused

        with pytest.raises(Refused):
            await Side().breaker.attempt(refuse)
        with pytest.raises(Down):
            await Side(down=True).breaker.attempt(Side(down=True).step)

    run(test)


def test_a_side_that_is_down_is_asked_once_a_second() -> None:
    async def test() -> None:
        side = Side(down=True)
        await side.everybody(100)
        # Those that were under way when it showed, and then each with a pause before.
        assert side.attempts == 100
        assert 100 - len(side.pauses) <= 5 + 4
        assert set(side.pauses) == {1.0}
        before, side.most_at_once = side.attempts, 0
        await side.everybody(10)
        assert side.attempts == before + 10
        assert side.most_at_once == 1

    run(test)


def test_everybody_goes_on_when_it_is_back() -> None:
    async def test() -> None:
        side = Side(down=True)
        await side.everybody(10)
        side.down, side.most_at_once, pauses = False, 0, len(side.pauses)
        await side.everybody(50)
        assert side.taken == 50
        assert len(side.pauses) == pauses + 1
        assert side.most_at_once > 1

    run(test)


def test_one_conversation_that_fails_does_not_keep_the_others() -> None:
    async def test() -> None:
        side, broken = Side(), Side(down=True)
        for _ in range(20):
            with pytest.raises(Down):
                await side.breaker.attempt(broken.step)
            await side.breaker.attempt(side.step)
        assert (side.taken, side.pauses) == (20, [])

    run(test)


def test_a_refusal_is_an_answer() -> None:
    async def test() -> None:
        side = Side(down=True)
        await side.everybody(4)

        async def refuse() -> None:
            raise Refused

        with pytest.raises(Refused):
            await side.breaker.attempt(refuse)
        for _ in range(4):
            await side.everybody(1)
        assert side.pauses == []
        await side.everybody(4)
        await side.everybody(1)
        assert side.pauses == [1.0]

    run(test)


def test_whoever_gives_up_waiting_lets_the_others_on() -> None:
    async def test() -> None:
        side = Side(down=True)
        await side.everybody(10)
        waiting = [asyncio.create_task(side.breaker.attempt(side.step)) for _ in range(3)]
        await asyncio.sleep(0)
        for task in waiting[:2]:
            task.cancel()
        side.down = False
        await asyncio.gather(*waiting, return_exceptions=True)
        assert side.taken == 1

    run(test)
