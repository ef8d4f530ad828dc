"""Two questions in one message are two turns, each answered; one question stays whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.engine.about import (
    asks_for_a_price,
    beside_a_price,
    is_about_a_price,
    is_no_question,
)
from bot.nlu.questions import ANSWER_WORDS, QUESTION_WORDS, halves, sentences

Parse = dict[str, Any]

# Sure enough to answer a part by itself; the whole message only needs the pipeline's threshold.
_SURE = 0.7

_ANSWER, _QUOTE = "inform", "request_quote"
_ORDER = {_ANSWER: 0, _QUOTE: 2}
# What is asked about a price comes after it.
_LAST = 3


def cuts(text: str, *, quote_is_open: bool = False) -> list[list[str]]:
    """Each way to cut a message into questions, the likeliest first; none for most messages."""
    pieces = sentences(text, ANSWER_WORDS if quote_is_open else QUESTION_WORDS)
    return [pieces] if len(pieces) > 1 else halves(text)


def parts_of(
    parse: Parse, ways: Iterable[Sequence[Parse]], *, quote_is_open: bool = False
) -> list[Parse]:
    """`[parse]`, or a parse for each of its questions; `ways` are what `cuts` found, understood.

    A request for a quote comes last, as it opens the form, but for questions about its price.
    Where a quote is open, a part that answers the form counts as well, and comes first.
    """
    for parses in ways:
        found = _answerable(parses, quote_is_open)
        if len(found) > 1 or (found and _the_rest_asks_nothing(found, parses)):
            return found
    return [parse]


def _answerable(parses: Sequence[Parse], quote_is_open: bool) -> list[Parse]:
    kept: dict[str, Parse] = {}
    about_a_price = any(is_about_a_price(parse["intent"]["name"]) for parse in parses)
    if any(map(asks_for_a_price, parses)):
        parses = beside_a_price(parses)
    for parse in parses:
        intent = parse["intent"]
        may_answer = quote_is_open or about_a_price
        answers = may_answer and intent["name"] == _ANSWER and parse["entities"]
        is_sure = intent["confidence"] >= _SURE or (about_a_price and asks_for_a_price(parse))
        if (answers or _is_question(intent["name"])) and is_sure:
            kept.setdefault(intent["name"], parse)
    return sorted(kept.values(), key=lambda parse: _order(parse["intent"]["name"]))


def _order(intent: str) -> int:
    return _LAST if is_about_a_price(intent) else _ORDER.get(intent, 1)


def _is_question(intent: str) -> bool:
    return intent.startswith("faq_") or intent == _QUOTE or is_about_a_price(intent)


def _the_rest_asks_nothing(found: Sequence[Parse], parses: Sequence[Parse]) -> bool:
    """ "Thanks a lot. Is that with tax?" """
    return all(
        is_about_a_price(parse["intent"]["name"]) or is_no_question(parse)
        for parse in [*found, *parses]
    )
