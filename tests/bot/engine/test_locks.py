"""Messages of one conversation wait for each other, and for nothing else."""

from __future__ import annotations

import asyncio
import time

import pytest
from rasa.core.lock_store import InMemoryLockStore, LockStore

from bot.engine.locks import ConversationLocks


async def seconds_for_two(locks: LockStore) -> float:
    """Two messages of one customer arrive together; each is handled in a moment."""

    async def message() -> None:
        async with locks.lock("c-1"):
            await asyncio.sleep(0.01)

    before = time.monotonic()
    await asyncio.gather(message(), message())
    return time.monotonic() - before


def test_stock_lets_the_second_message_wait_for_a_second() -> None:
    assert asyncio.run(seconds_for_two(InMemoryLockStore())) >= 1.0


def test_ours_takes_it_at_once() -> None:
    assert asyncio.run(seconds_for_two(ConversationLocks())) < 0.5


def test_one_at_a_time_in_the_order_they_came() -> None:
    locks, told = ConversationLocks(), []

    async def message(number: int) -> None:
        async with locks.lock("c-1"):
            told.append(f"{number} begins")
            await asyncio.sleep(0)
            told.append(f"{number} ends")

    async def run() -> None:
        await asyncio.gather(*(message(number) for number in range(5)))

    asyncio.run(run())
    assert told == [f"{number} {what}" for number in range(5) for what in ("begins", "ends")]


def test_other_conversations_do_not_wait() -> None:
    locks = ConversationLocks()

    async def run() -> None:
        async with locks.lock("a"), locks.lock("b") as ticket:
            assert ticket.conversation_id == "b"

    asyncio.run(asyncio.wait_for(run(), 5))


def test_a_failure_lets_the_next_message_in() -> None:
    locks = ConversationLocks()

    async def run() -> None:
        with pytest.raises(RuntimeError):
            async with locks.lock("c-1"):
                raise RuntimeError
        async with locks.lock("c-1"):
            pass

    asyncio.run(asyncio.wait_for(run(), 5))


def test_a_customer_who_leaves_while_waiting_holds_nobody_up() -> None:
    locks = ConversationLocks()

    async def message() -> None:
        async with locks.lock("c-1"):
            pass

    async def run() -> None:
        async with locks.lock("c-1"):
            waiting = asyncio.create_task(message())
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        await message()

    asyncio.run(asyncio.wait_for(run(), 5))


def test_conversations_that_are_over_take_no_memory() -> None:
    locks = ConversationLocks()

    async def run() -> None:
        for number in range(100):
            async with locks.lock(f"c-{number}"):
                pass

    asyncio.run(run())
    assert locks._locks == {} and locks._users == {}
