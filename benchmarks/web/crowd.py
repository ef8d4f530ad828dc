"""A thousand widgets that are open and say nothing, while others send twenty messages a second."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from benchmarks.web.customers import QUESTIONS, Customer
from tests.socket_client import SocketClient

_TALKING = 100
_SETTLE = 30.0  # seconds: one round of pings


@dataclass(frozen=True)
class Crowd:
    """Seconds, and kilobytes of memory for each connection."""

    idle: int
    unloaded_p95: float
    loaded_p50: float
    loaded_p95: float
    kilobytes: float
    sent: int
    lost: int
    doubled: int


async def measure(url: str, pid: int, idle: int, seconds: float, a_second: float) -> Crowd:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        talking = [Customer(url, "fr" if n % 2 else "en") for n in range(_TALKING)]
        for customer in talking:
            await customer.connect(http)
        alone = await _paced(talking, _TALKING, 4.0, "alone")
        before = _memory(pid)
        crowd = [await SocketClient.connect(url, http=http) for _ in range(idle)]
        for client in crowd:
            await client.emit("session_request", {"widget": 1, "locale": "fr-CA"})
        for client in crowd:
            await client.wait_for("session_confirm")
        await asyncio.sleep(_SETTLE)
        kilobytes = (_memory(pid) - before) / idle
        sent = int(seconds * a_second)
        loaded = await _paced(talking, sent, a_second, "crowded")
        for customer in talking:
            customer.show_received()
        answers = [len(customer.said("bot")) for customer in talking]
        asked = [len(customer.said("customer")) for customer in talking]
        doubled = sum(n - 1 for customer in talking for n in customer.shown.values())
        extra = sum(max(0, a - q) for a, q in zip(answers, asked, strict=True))
        for client in crowd:
            await client.close()
        for customer in talking:
            await customer.close()
    return Crowd(
        idle,
        _p95(alone),
        statistics.median(loaded),
        _p95(loaded),
        kilobytes,
        sent + _TALKING,
        sent + _TALKING - sum(answers) + extra,
        doubled + extra,
    )


async def _paced(talking: list[Customer], count: int, a_second: float, name: str) -> list[float]:
    """One message after the other at an even pace, whether or not the last is answered."""
    begun, asking = time.perf_counter(), []
    for number in range(count):
        await asyncio.sleep(max(0.0, begun + number / a_second - time.perf_counter()))
        customer = talking[number % len(talking)]
        questions = QUESTIONS[customer.language]
        question = questions[(number // len(talking)) % len(questions)]
        asking.append(asyncio.create_task(customer.ask(question, f"{name}-{number}")))
    return list(await asyncio.gather(*asking))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _memory(pid: int) -> float:
    """Kilobytes that the process has to itself."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss_Anon:"):
            return float(line.split()[1])
    raise OSError("no Pss_Anon")
