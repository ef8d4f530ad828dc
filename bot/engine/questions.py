"""Two questions in one message are two turns, each answered; one question stays whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.nlu.questions import halves, sentences

Parse = dict[str, Any]
Parser = Callable[[str], Awaitable[Parse]]

# Sure enough to answer a part by itself; the whole message only needs the pipeline's threshold.
_SURE = 0.7


async def parts_of(parse: Parse, parser: Parser) -> list[Parse]:
    """`[parse]`, or a parse for each of its questions; a quote comes last, as it opens the form."""
    pieces = sentences(parse["text"])
    if len(pieces) > 1:
        found = _questions([await parser(piece) for piece in pieces])
        return found if len(found) > 1 else [parse]
    for pair in halves(parse["text"]):
        found = _questions([await parser(piece) for piece in pair])
        if len(found) > 1:
            return found
    return [parse]


def _questions(parses: list[Parse]) -> list[Parse]:
    kept: dict[str, Parse] = {}
    for parse in parses:
        intent = parse["intent"]
        if _is_question(intent["name"]) and intent["confidence"] >= _SURE:
            kept.setdefault(intent["name"], parse)
    return sorted(kept.values(), key=lambda parse: parse["intent"]["name"] == "request_quote")


def _is_question(intent: str) -> bool:
    return intent.startswith("faq_") or intent == "request_quote"
