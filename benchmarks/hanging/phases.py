"""One stretch of time: other customers at an even pace, and a crowd who ask for prices meanwhile."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from benchmarks.figures import percentile
from benchmarks.hanging.quotes import LOCALES, Asked, Verdict
from benchmarks.web.customers import QUESTIONS
from bot.run.stack import Stack

_PATIENCE = aiohttp.ClientTimeout(total=60)
# Angry words are answered by the action server, as prices are, but without the billing system.
_ANGRY = {"en": "this is useless, you stupid bot", "fr": "c'est inutile, maudit robot stupide"}
_SAID = {language: (*questions, _ANGRY[language]) for language, questions in QUESTIONS.items()}
_OTHERS = [(language, said[n]) for n in range(4) for language, said in _SAID.items()]
_ANSWERED = ("utter_faq_", "utter_calm")


@dataclass(frozen=True)
class Said:
    """`ended` is in seconds from the start of the phase, `took` from the message."""

    turn: dict[str, Any]
    took: float
    ended: float


@dataclass(frozen=True)
class Phase:
    others: list[Said]
    crowd: list[tuple[Asked, Said]]

    @property
    def p95(self) -> float:
        """Seconds, of the others."""
        return percentile([said.took for said in self.others], 0.95)

    @property
    def unanswered(self) -> int:
        """Others who were told something else than what they are told otherwise."""
        return sum(not _is_answer(said.turn) for said in self.others)

    @property
    def verdicts(self) -> Counter[Verdict]:
        return Counter(asked.verdict(said.turn) for asked, said in self.crowd)

    @property
    def longest(self) -> float:
        """Seconds that one of the crowd waited."""
        return max((said.took for _, said in self.crowd), default=0.0)

    def responses(self) -> Counter[str]:
        """What the crowd was told, by name; a failure by its code."""
        return Counter(
            message["response"]
            for _, said in self.crowd
            for message in said.turn.get("messages", [{"response": said.turn.get("error")}])
        )


class Customers:
    """Everyone in a new conversation; inside a running event loop."""

    def __init__(self, ours: Stack, http: aiohttp.ClientSession) -> None:
        self._http = http
        self._url = f"{ours.bot.url}/webhooks/terminal/messages"
        self._headers = {"Authorization": f"Bearer {ours.token}"}

    async def phase(
        self, crowd: Sequence[Asked], within: float, seconds: float, a_second: float
    ) -> Phase:
        """The crowd comes within the first so many seconds, evenly; 0 is all at once."""
        begun = time.perf_counter()

        async def other(number: int) -> Said:
            language, text = _OTHERS[number % len(_OTHERS)]
            return await self._at(begun, number / a_second, text, language)

        async def price(number: int, asked: Asked) -> Said:
            due = within * number / len(crowd)
            return await self._at(begun, due, asked.text, asked.language, asked.wanted.account)

        others = (other(number) for number in range(int(seconds * a_second)))
        prices = (price(number, asked) for number, asked in enumerate(crowd))
        heard, told = await asyncio.gather(asyncio.gather(*others), asyncio.gather(*prices))
        return Phase(list(heard), list(zip(crowd, told, strict=True)))

    async def _at(
        self, begun: float, due: float, text: str, language: str, account: str | None = None
    ) -> Said:
        await asyncio.sleep(max(0.0, begun + due - time.perf_counter()))
        started = time.perf_counter()
        turn = await self._send(text, language, account)
        ended = time.perf_counter()
        return Said(turn, ended - started, ended - begun)

    async def _send(self, text: str, language: str, account: str | None) -> dict[str, Any]:
        body = {
            "conversation": f"hanging-{uuid.uuid4().hex}",
            "text": text,
            "locale": LOCALES[language],
            "account": account,
        }
        try:
            async with self._http.post(
                self._url, json=body, headers=self._headers, timeout=_PATIENCE
            ) as response:
                turn: dict[str, Any] = await response.json()
                return turn
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as failure:
            return {"error": type(failure).__name__}


def _is_answer(turn: dict[str, Any]) -> bool:
    return any(m["response"].startswith(_ANSWERED) for m in turn.get("messages", []))
