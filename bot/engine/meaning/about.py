"""Questions about a price: is that with tax, per month, how did you get there, say it again.

They are states of a message, not trained meanings: short, worded much alike, and many of them mean
something only beside a quote that was given. The patterns are in about.yml, of a given quote in
about_given.yml; a message counts only where it is little more than the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.lexicon import Lexicon, content_of, words_of
from bot.engine.meaning.parses import FOR_A_PERSON, PRICE, VALUES, Parse, taken_for
from bot.engine.meaning.renewal import RENEWAL_COST, asks_of_renewal, is_day_of_renewal
from bot.nlu.normalise import fold

REPEAT = "ask_again"
CALCULATION = "ask_calculation"
_WHY = "why"
_GIVEN = "about_given.yml"

# Between two of the form's questions, "that's wrong" and "add them" are about an answer.
_NOT_IN_A_FORM = frozenset({"contest_figure", "accept_quote"})

# Answered beside a price that the same message asks for.
_BESIDE_A_PRICE = frozenset(
    {"ask_tax", "ask_tax_exempt", "ask_discount", "ask_formal_quote", "ask_validity", "ask_period"}
)

# Never a request for a price, whatever they name: "the return window if I add 3 AutoCAD".
INSTEAD_OF_A_PRICE = frozenset({"ask_refund", "ask_limit"})

# A person is needed, and no pattern should take that: the model is sure.
_SURE = 0.8
# What may stand around the question without being one itself.
_NO_QUESTION = frozenset(
    {"greet", "thank", "affirm", "deny", "goodbye", "nlu_fallback", "nlu_clarify"}
)

_SAID_APART = re.compile(r"(?<=[?!.;,])\s+|\n+")
_WORDS_AT_MOST = 12
# « c'est », « qu'on », "what's": half a word, and French has many.
_ELIDED = frozenset({"c", "d", "j", "l", "m", "n", "s", "t", "qu"})


# A message and its parts are looked at by several of those who read them.
@lru_cache(64)
def meaning_of(text: str) -> str | None:
    """The question that `text` is, "why" included; None where it is anything more or else."""
    words = _lexicon().without_pleasantries(words_of(text))
    of_renewal = asks_of_renewal(words)
    if of_renewal is not None or sum(word not in _ELIDED for word in words) > _WORDS_AT_MOST:
        return of_renewal
    said = " ".join(words)
    return next((name for name, asks in _lexicon().meanings if asks(said)), None)


def asked_about(parse: Parse, tracker: DialogueStateTracker) -> str | None:
    """The intent of a question about a price, None for every other message."""
    meaning = RENEWAL_COST if is_day_of_renewal(parse, tracker) else meaning_of(parse["text"])
    intent = parse["intent"]
    if meaning is None or (intent["name"] in FOR_A_PERSON and intent["confidence"] >= _SURE):
        return None
    quoted = bool(tracker.get_slot("quoted"))
    if meaning == _WHY:
        return REPEAT if _refused(tracker) else CALCULATION if quoted else None
    if meaning in _of_a_quote() and not quoted:
        return None
    if meaning in _NOT_IN_A_FORM and tracker.active_loop_name is not None:
        return None
    return None if meaning in _BESIDE_A_PRICE and asks_for_a_price(parse) else meaning


def apart(text: str) -> list[list[str]]:
    """One way to cut a message: what else it says, then each of its questions about a price."""
    pieces = [piece.strip() for piece in _SAID_APART.split(text) if piece.strip()]
    if len(pieces) < 2:
        return []
    asked = [piece for piece in pieces if " " in piece and meaning_of(piece) not in (None, _WHY)]
    rest = [piece for piece in pieces if piece not in asked]
    return [[" ".join(rest), *asked]] if rest and asked else []


def is_about_a_price(intent: str) -> bool:
    return intent == RENEWAL_COST or any(intent == name for name, _ in _lexicon().meanings)


def is_no_question(parse: Parse) -> bool:
    intent = parse["intent"]["name"]
    return intent in _NO_QUESTION or (intent == VALUES and not parse["entities"])


def asks_for_a_price(parse: Parse) -> bool:
    """With a value or a word for seats: "how much with tax?" alone is about the price given."""
    intent = parse["intent"]["name"]
    values = any(entity["entity"] in {"seats", "product"} for entity in parse["entities"])
    if intent == VALUES:
        return values
    return intent == PRICE and (values or bool(_lexicon().seat.search(fold(parse["text"]))))


def beside_a_price(parses: Sequence[Parse]) -> list[Parse]:
    """Parts of a message that asks for a price: "is that per month?" is about that one, though
    nothing was quoted yet, and "that's wrong" is about none.
    """
    heard = []
    for parse in parses:
        meaning = None if asks_for_a_price(parse) else meaning_of(parse["text"])
        if meaning in _BESIDE_A_PRICE:
            parse = taken_for(parse, meaning)
        if meaning in _BESIDE_A_PRICE or meaning not in _of_a_quote():
            heard.append(parse)
    return heard


def with_asides(parts: Sequence[Parse]) -> list[Parse]:
    """The parts, and after a request for a price what it asks about that price in passing."""
    turns = list(parts)
    for part in parts:
        if asks_for_a_price(part):
            heard = {turn["intent"]["name"] for turn in turns}
            said = " ".join(words_of(part["text"]))
            turns += [
                {**taken_for(part, name), "entities": []}
                for name, found in _lexicon().mentions
                if name not in heard and found.search(said)
            ]
    return turns


def _refused(tracker: DialogueStateTracker) -> bool:
    """Whether the last turn said why there is no amount."""
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return False
        if isinstance(event, BotUttered):
            name = str(event.metadata.get("utter_action") or "")
            if name.startswith("utter_no_quote_"):
                return True
    return False


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("about.yml", _GIVEN)


@cache
def _of_a_quote() -> frozenset[str]:
    """Without one these words mean anything."""
    return frozenset(content_of(_GIVEN)["meanings"]) - {_WHY}
