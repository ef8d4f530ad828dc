"""Customers who write at the same moment are understood in one run of the pipeline.

Most of what a message costs is reading the encoder's matrices: for eight messages as for one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import UserMessage

Parse = dict[str, Any]
Pipeline = Callable[[list[UserMessage]], list[Parse]]

# No more customers than this wait for one another.
_TOGETHER = 16


@dataclass(frozen=True)
class _Asked:
    messages: list[UserMessage]
    answer: asyncio.Future[list[Parse]]


class Understanding:
    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._waiting: list[_Asked] = []

    async def of(self, messages: list[UserMessage]) -> list[Parse]:
        """A parse for each message; raises what the pipeline raises for them."""
        loop = asyncio.get_running_loop()
        asked = _Asked(messages, loop.create_future())
        self._waiting.append(asked)
        if len(self._waiting) == 1:
            # After all that is ready to run now: whoever else has a message gets in line.
            loop.call_soon(self._run)
        return await asked.answer

    def _run(self) -> None:
        together, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._run)
        self._answer([asked for asked in together if not asked.answer.cancelled()])

    def _answer(self, together: list[_Asked]) -> None:
        try:
            found = iter(self._pipeline([one for asked in together for one in asked.messages]))
        except Exception as failure:
            if len(together) == 1:
                together[0].answer.set_exception(failure)
                return
            # A message that cannot be understood costs nobody else the answer.
            for asked in together:
                self._answer([asked])
            return
        for asked in together:
            asked.answer.set_result([next(found) for _ in asked.messages])
