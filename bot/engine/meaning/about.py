"""Questions about a price: is that with tax, per month, how did you get there, say it again.

They are states of a message, not trained meanings: short, worded much alike, and many of them mean
something only beside a quote that was given. The patterns are in about.yml; a message counts only
where it is little more than the question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.parses import FOR_A_PERSON, PRICE, VALUES, Parse, taken_for
from bot.nlu.normalise import fold

REPEAT = "ask_again"
CALCULATION = "ask_calculation"
_WHY = "why"

# Of something that was said: without a quote these words mean anything.
_OF_A_QUOTE = frozenset(
    {"ask_validity", "ask_period", CALCULATION, "contest_figure", REPEAT, "accept_quote"}
)
# Between two of the form's questions, "that's wrong" and "add them" are about an answer.
_NOT_IN_A_FORM = frozenset({"contest_figure", "accept_quote"})

# Answered beside a price that the same message asks for.
_BESIDE_A_PRICE = frozenset(
    {"ask_tax", "ask_tax_exempt", "ask_discount", "ask_formal_quote", "ask_validity", "ask_period"}
)

# A person is needed, and no pattern should take that: the model is sure.
_SURE = 0.8
# What may stand around the question without being one itself.
_NO_QUESTION = frozenset(
    {"greet", "thank", "affirm", "deny", "goodbye", "nlu_fallback", "nlu_clarify"}
)

_SAID_APART = re.compile(r"(?<=[?!.;,])\s+|\n+")
_WORDS = re.compile(r"[\w%$€£]+")
_WORDS_AT_MOST = 12


def meaning_of(text: str) -> str | None:
    """The question that `text` is, "why" included; None where it is anything more or else."""
    words = _without_pleasantries(_WORDS.findall(fold(text).replace("thank you", "thanks")))
    said = " ".join(words)
    if len(words) > _WORDS_AT_MOST:
        return None
    return next((name for name, asks in _lexicon().meanings if asks(said)), None)


def asked_about(parse: Parse, tracker: DialogueStateTracker) -> str | None:
    """The intent of a question about a price, None for every other message."""
    meaning = meaning_of(parse["text"])
    intent = parse["intent"]
    if meaning is None or (intent["name"] in FOR_A_PERSON and intent["confidence"] >= _SURE):
        return None
    quoted = bool(tracker.get_slot("quoted"))
    if meaning == _WHY:
        return REPEAT if _refused(tracker) else CALCULATION if quoted else None
    if meaning in _OF_A_QUOTE and not quoted:
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
    return any(intent == name for name, _ in _lexicon().meanings)


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
        if meaning is None or meaning in _BESIDE_A_PRICE or meaning not in _OF_A_QUOTE:
            heard.append(parse)
    return heard


def with_asides(parts: Sequence[Parse]) -> list[Parse]:
    """The parts, and after a request for a price what it asks about that price in passing."""
    turns = list(parts)
    for part in parts:
        if asks_for_a_price(part):
            heard = {turn["intent"]["name"] for turn in turns}
            said = " ".join(_WORDS.findall(fold(part["text"])))
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


def _without_pleasantries(words: list[str]) -> list[str]:
    around = _lexicon().around
    start, end = 0, len(words)
    while start < end and words[start] in around:
        start += 1
    while end > start and words[end - 1] in around:
        end -= 1
    return words[start:end]


class _Lexicon:
    """about.yml, compiled."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._names: dict[str, str] = content["words"]
        self.around = frozenset(
            word for words in content["around"].values() for word in words.split()
        )
        self.seat = self._pattern([r"\b{seat}\b"])
        self.meanings = [
            (name, self._question([*by["en"], *by["fr"]], content["never"].get(name)))
            for name, by in content["meanings"].items()
        ]
        self.mentions = [(name, self._pattern([p])) for name, p in content["mentions"].items()]

    def _question(self, patterns: Sequence[str], never: str | None) -> Callable[[str], bool]:
        asked = self._pattern(patterns)
        other = self._pattern([never.replace(" |", "|")]) if never else None
        return lambda said: bool(asked.search(said)) and not (other and other.search(said))

    def _pattern(self, patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{self._spelled(pattern)})" for pattern in patterns))

    def _spelled(self, pattern: str) -> str:
        while (named := re.search(r"\{([a-z]+)\}", pattern)) is not None:
            pattern = pattern.replace(named[0], self._names[named[1]])
        return pattern


@cache
def _lexicon() -> _Lexicon:
    text = files("bot.engine.meaning").joinpath("about.yml").read_text(encoding="utf-8")
    return _Lexicon(yaml.safe_load(text))
