"""Two questions in one message are two turns, each answered; one question stays whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.engine.meaning.about import (
    asks_for_a_price,
    beside_a_price,
    is_about_a_price,
    is_no_question,
)
from bot.engine.meaning.merging import one_quote, said_better
from bot.engine.meaning.parses import FOR_A_PERSON, PRICE, SURE, VALUES, Parse, taken_for
from bot.engine.meaning.renewal import RENEWAL_COST
from bot.engine.spoken import CHANGE_LANGUAGE
from bot.language.request import without_request
from bot.nlu.normalise import fold
from bot.nlu.questions import ANSWER_WORDS, QUESTION_WORDS, halves, sentences

_QUITE_SURE = 0.95
# What is asked about a price comes after it.
_LAST = 3
_ORDER = {VALUES: 0, PRICE: 2, **dict.fromkeys(FOR_A_PERSON, _LAST + 1)}

_ASKS = re.compile(r"\?|\b(?:how much|price|cost|quote|combien|prix|devis|soumission|cout\w*)\b")


def cuts(text: str, *, quote_is_open: bool = False) -> list[list[str]]:
    """Each way to cut a message into questions, the likeliest first; none for most messages."""
    pieces = sentences(text, ANSWER_WORDS if quote_is_open else QUESTION_WORDS)
    ways = [pieces] if len(pieces) > 1 else halves(text)
    beside_a_language = without_request(text)
    return [*ways, [beside_a_language]] if beside_a_language else ways


def parts_of(
    parse: Parse,
    ways: Sequence[Sequence[Parse]],
    *,
    quote_is_open: bool = False,
    say_again: bool = False,
) -> list[Parse]:
    """`[parse]`, or a parse for each of its questions; `ways` are what `cuts` found, understood.

    A request for a quote comes late, as it opens the form, and one for a person last, as it closes
    the form. Where a quote is open, a part that answers the form counts as well, and comes first.
    `say_again` where a language is asked for in which the quote just given should be heard.
    """
    if parse["intent"]["name"] == CHANGE_LANGUAGE:
        return [_beside_a_language(parse, ways, say_again)]
    ways = [_without_story(parse, parses) for parses in ways]
    if _means(parse, RENEWAL_COST) and not any(map(_asks_for_both, ways)):
        return [parse]
    for parses in ways:
        parts = one_quote(parses)
        # Values in several sentences answer one another.
        found = _answerable(parts, quote_is_open or len(parts) < len(parses))
        if len(found) > 1 or (found and _the_rest_asks_nothing(found, parts)):
            return found
    if len(sentences(parse["text"], ANSWER_WORDS)) > 1:
        for parses in ways:
            quote = said_better(parse, parses, quote_is_open=quote_is_open)
            if quote is not None:
                return [quote]
    return [parse]


def _asks_for_both(parses: Sequence[Parse]) -> bool:
    """A price now and the renewal's. "If I keep all 13, what's the renewal?" gives no seats to add."""
    priced = any(_means(part, PRICE) and asks_for_a_price(part) and _asks(part) for part in parses)
    return priced and any(_means(part, RENEWAL_COST) for part in parses)


def _means(parse: Parse, intent: str) -> bool:
    return bool(parse["intent"]["name"] == intent)


def _answerable(parses: Sequence[Parse], quote_is_open: bool) -> list[Parse]:
    kept: dict[str, Parse] = {}
    about_a_price = any(is_about_a_price(parse["intent"]["name"]) for parse in parses)
    if any(map(asks_for_a_price, parses)):
        parses = beside_a_price(parses)
    for parse in parses:
        intent = parse["intent"]
        may_answer = quote_is_open or about_a_price
        answers = may_answer and intent["name"] == VALUES and parse["entities"]
        is_sure = intent["confidence"] >= SURE or (about_a_price and asks_for_a_price(parse))
        if (answers or _is_question(intent["name"])) and is_sure:
            kept.setdefault(intent["name"], parse)
    return sorted(kept.values(), key=lambda parse: _order(parse["intent"]["name"]))


def _order(intent: str) -> int:
    return _LAST if is_about_a_price(intent) else _ORDER.get(intent, 1)


def _is_question(intent: str) -> bool:
    return (
        intent.startswith("faq_")
        or intent == PRICE
        or intent in FOR_A_PERSON
        or is_about_a_price(intent)
    )


def _the_rest_asks_nothing(found: Sequence[Parse], parses: Sequence[Parse]) -> bool:
    """ "Thanks a lot. Is that with tax?" """
    return all(
        is_about_a_price(parse["intent"]["name"]) or is_no_question(parse)
        for parse in [*found, *parses]
    )


def _beside_a_language(whole: Parse, ways: Iterable[Sequence[Parse]], say_again: bool) -> Parse:
    """What is asked in the language that is asked for, if anything is."""
    for rest in (way[0] for way in ways if len(way) == 1):
        intent = rest["intent"]["name"]
        is_repeat = say_again and intent == PRICE and not rest["entities"]
        if not is_repeat and (_is_question(intent) or intent == VALUES):
            return rest
    return {**taken_for(whole, VALUES), "entities": []} if say_again else whole


def _without_story(whole: Parse, parses: Sequence[Parse]) -> list[Parse]:
    """Only beside a request for a price is a person asked for in a part: the customer's story names
    calls and contracts. In a story of what went wrong, seats and prices are only mentioned.
    """
    if whole["intent"]["name"] in FOR_A_PERSON:
        parses = [part for part in parses if _is_for_a_person(part) or _asks(part)]
    asks_for_a_price = any(
        part["intent"]["name"] == PRICE and part["intent"]["confidence"] >= SURE for part in parses
    )
    return [
        part
        for part in parses
        if not _is_for_a_person(part)
        or (asks_for_a_price and part["intent"]["confidence"] >= _QUITE_SURE)
    ]


def _is_for_a_person(part: Parse) -> bool:
    return part["intent"]["name"] in FOR_A_PERSON


def _asks(part: Parse) -> bool:
    return _ASKS.search(fold(part["text"])) is not None
