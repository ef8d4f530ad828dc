"""The bot is killed and started again while customers talk: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from benchmarks.web.customers import QUESTIONS, Customer
from tests.socket_client import SocketClient

# What a broken connection looks like from outside.
_BROKEN = (aiohttp.ClientError, asyncio.TimeoutError, ConnectionError, AssertionError, OSError)


@dataclass(frozen=True)
class Kills:
    rounds: int
    sent: int
    lost: int
    doubled: int
    out_of_order: int


async def measure(
    url: str, rounds: int, customers: int, restart: Callable[[], None], seed: int = 1
) -> Kills:
    """`restart` kills the server, and returns once a new one is ready."""
    chance = random.Random(seed)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        talkers = [
            _Talker(Customer(url, "fr" if n % 2 else "en"), f"c{n}", http, random.Random(seed + n))
            for n in range(customers)
        ]
        stop = asyncio.Event()
        talking = [asyncio.create_task(talker.talk(stop)) for talker in talkers]
        for _ in range(rounds):
            await asyncio.sleep(chance.uniform(0.5, 3.0))
            await asyncio.to_thread(restart)
        await asyncio.sleep(2)
        stop.set()
        await asyncio.gather(*talking)
        outcomes = [await talker.outcome() for talker in talkers]
    totals = Counter[str]()
    for outcome in outcomes:
        totals.update(outcome)
    return Kills(rounds, totals["sent"], totals["lost"], totals["doubled"], totals["out_of_order"])


class _Talker:
    """Says one thing after another, each until it is acknowledged, as our widget does."""

    def __init__(
        self, customer: Customer, name: str, http: aiohttp.ClientSession, chance: random.Random
    ) -> None:
        self._customer, self._name, self._http, self._chance = customer, name, http, chance
        self._sent: list[str] = []

    async def talk(self, stop: asyncio.Event) -> None:
        number = 0
        while not stop.is_set():
            message_id = f"{self._name}-{number}"
            questions = QUESTIONS[self._customer.language]
            await self._until_acknowledged(questions[number % len(questions)], message_id)
            self._sent.append(message_id)
            number += 1
            await asyncio.sleep(self._chance.uniform(2.0, 4.0))

    async def _until_acknowledged(self, question: str, message_id: str) -> None:
        while True:
            try:
                client = await self._connected()
                given = {"message": question, "id": message_id}
                answer = await client.call("user_uttered", given, timeout=5)
                if "seq" in answer:
                    return
            except _BROKEN:
                await self._hang_up()
            await asyncio.sleep(self._chance.uniform(0.2, 1.0))

    async def _connected(self) -> SocketClient:
        customer = self._customer
        if customer.client is None or not customer.client.is_open:
            if customer.client is not None:
                await self._hang_up()
            await customer.connect(self._http)
        return customer.client

    async def _hang_up(self) -> None:
        if self._customer.client is not None:
            self._customer.show_received()
            await self._customer.close()
            self._customer.client = None

    async def outcome(self) -> dict[str, int]:
        """What the widget has shown in the end, after one more visit."""
        await asyncio.sleep(0)
        await self._hang_up()
        await self._wait_for_answers()
        customer = self._customer
        asked = [entry.get("id") for entry in customer.said("customer")]
        answers = len(customer.said("bot"))
        return {
            "sent": len(self._sent),
            "lost": len(set(self._sent) - set(asked)) + max(0, len(self._sent) - answers),
            "doubled": sum(n - 1 for n in customer.shown.values())
            + len(asked)
            - len(set(asked))
            + max(0, answers - len(self._sent)),
            "out_of_order": sum(a != b for a, b in zip(asked, self._sent, strict=False)),
        }

    async def _wait_for_answers(self) -> None:
        """The last messages may still be waiting in the queue of a new process."""
        for _ in range(60):
            await self._connected()
            await asyncio.sleep(0.5)
            await self._hang_up()
            if len(self._customer.said("bot")) >= len(self._sent):
                return
