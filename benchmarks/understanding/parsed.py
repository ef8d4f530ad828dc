"""The development set as the served pipeline reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.understanding.messages import Labelled
from bot.parse.parser import Parser


@dataclass(frozen=True)
class Parsed:
    """`intent` is the likeliest one whatever the tier."""

    message: Labelled
    intent: str
    confidence: float
    tier: str
    offered: tuple[str, ...]
    language: str

    @property
    def right(self) -> bool:
        return self.intent == self.message.intent

    @property
    def answered_wrongly(self) -> bool:
        return self.tier == "answer" and not self.right

    @property
    def reached(self) -> bool:
        """The right meaning is the answer, or one of the buttons."""
        if self.tier == "answer":
            return self.right
        return self.message.intent in self.offered


def parse_all(model: Path, messages: Sequence[Labelled]) -> list[Parsed]:
    parser = Parser(model)
    return [_parse(parser, message) for message in messages]


def _parse(parser: Parser, message: Labelled) -> Parsed:
    found = parser.parse(message.text)
    return Parsed(
        message,
        found["intent"],
        found["confidence"],
        found["tier"],
        tuple(found["offered"]),
        found["language"],
    )
