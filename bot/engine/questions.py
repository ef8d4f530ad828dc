"""Two questions in one message are two turns, each answered; one question stays whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.nlu.questions import ANSWER_WORDS, QUESTION_WORDS, halves, sentences

Parse = dict[str, Any]

# Sure enough to answer a part by itself; the whole message only needs the pipeline's threshold.
_SURE = 0.7

_ANSWER, _QUOTE = "inform", "request_quote"
_ORDER = {_ANSWER: 0, _QUOTE: 2}


def cuts(text: str, *, quote_is_open: bool = False) -> list[list[str]]:
    """Each way to cut a message into questions, the likeliest first; none for most messages."""
    pieces = sentences(text, ANSWER_WORDS if quote_is_open else QUESTION_WORDS)
    return [pieces] if len(pieces) > 1 else halves(text)


def parts_of(
    parse: Parse, ways: Iterable[Sequence[Parse]], *, quote_is_open: bool = False
) -> list[Parse]:
    """`[parse]`, or a parse for each of its questions; `ways` are what `cuts` found, understood.

    A request for a quote comes last, as it opens the form. Where a quote is open, a part that
    answers the form counts as well, and comes first.
    """
    for parses in ways:
        found = _answerable(parses, quote_is_open)
        if len(found) > 1:
            return found
    return [parse]


def _answerable(parses: Sequence[Parse], quote_is_open: bool) -> list[Parse]:
    kept: dict[str, Parse] = {}
    for parse in parses:
        intent = parse["intent"]
        answers = quote_is_open and intent["name"] == _ANSWER and parse["entities"]
        if (answers or _is_question(intent["name"])) and intent["confidence"] >= _SURE:
            kept.setdefault(intent["name"], parse)
    return sorted(kept.values(), key=lambda parse: _ORDER.get(parse["intent"]["name"], 1))


def _is_question(intent: str) -> bool:
    return intent.startswith("faq_") or intent == _QUOTE
