"""The customers: bounded conversations over loopback, each message timed."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import aiohttp

from benchmarks.messages import Conversation
from benchmarks.subject import Service, Unanswered

_PATIENCE = aiohttp.ClientTimeout(total=30)


@dataclass
class Outcome:
    """`times` are seconds, one for each message in the order of the answers; `wall` is for all."""

    times: list[float] = field(default_factory=list)
    failed: int = 0
    empty: int = 0
    wall: float = 0.0

    @property
    def rate(self) -> float:
        """Messages a second."""
        return len(self.times) / self.wall


class Customers:
    """Made inside a running event loop; their connections are kept, as a proxy's would be."""

    def __init__(self, service: Service, session: aiohttp.ClientSession) -> None:
        self._service, self._session = service, session

    async def talk(self, conversations: Sequence[Conversation], concurrency: int = 1) -> Outcome:
        """Each conversation under a new id, its messages in order, `concurrency` at a time."""
        outcome = Outcome()
        waiting = iter(conversations)
        started = time.perf_counter()
        await asyncio.gather(
            *(self._one_after_another(waiting, outcome) for _ in range(concurrency))
        )
        outcome.wall = time.perf_counter() - started
        return outcome

    async def _one_after_another(
        self, conversations: Iterator[Conversation], outcome: Outcome
    ) -> None:
        for conversation in conversations:
            await self._converse(conversation, outcome)

    async def _converse(self, texts: Iterable[str], outcome: Outcome) -> None:
        conversation = f"customer-{uuid.uuid4().hex}"
        for text in texts:
            started = time.perf_counter()
            try:
                said = await self._send(conversation, text)
            except (aiohttp.ClientError, asyncio.TimeoutError, Unanswered, LookupError, TypeError):
                outcome.failed += 1
            else:
                outcome.empty += not said
            outcome.times.append(time.perf_counter() - started)

    async def _send(self, conversation: str, text: str) -> list[str]:
        service = self._service
        async with self._session.post(
            service.messages,
            json=service.body(conversation, text),
            headers=service.headers,
            timeout=_PATIENCE,
            raise_for_status=True,
        ) as response:
            return service.texts(await response.json())
