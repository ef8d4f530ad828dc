"""What a short message means while a quote is being worked out, or right after it was given.

"And in euros?", "zéro", "Revit" alone could be about anything; beside an open quote they change it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.about import INSTEAD_OF_A_PRICE, asked_about
from bot.engine.meaning.changes import WRONG, with_changes
from bot.engine.meaning.complete import is_complete_request
from bot.engine.meaning.corrections import corrects
from bot.engine.meaning.manners import changes_a_quote, may_change_a_quote
from bot.engine.meaning.mentioned import with_mentioned
from bot.engine.meaning.not_known import is_not_known, with_unknown_date
from bot.engine.meaning.parses import (
    ABOUT_A_QUOTE,
    NOT_UNDERSTOOD,
    PERSON,
    PRICE,
    UNSURE,
    VALUES,
    Found,
    Parse,
    taken_for,
)
from bot.engine.meaning.reachable import leaves_an_address
from bot.engine.meaning.relative import is_relative_change
from bot.engine.meaning.renewal import RENEWAL_COST, goes_on
from bot.engine.meaning.said_last import said_last
from bot.language.conversation import Spoken
from bot.nlu.normalise import fold

QUOTE_FORM = "quote_form"

_QUOTE_SLOTS = ("subscription", "product", "seats", "currency", "renewal_date", "term")
_QUOTE_ENTITIES = frozenset(
    {"seats", "product", "date", "currency", "subscription_id", "term", WRONG}
)

# "That's a lie" is no yes to a price, and "that's too much" no thanks for it: beside a quote a
# faint one does not count.
_AGREES = frozenset({"affirm", "thank"})
_SURE = 0.6
_AMOUNTS = ("utter_quote", "utter_estimate")
_NO_AMOUNTS = frozenset({"utter_quote_goes_on", "utter_quote_accepted"})

# A form that asks for a day is told a day: "the 15" is not 15 seats.
_ASKED_FOR_A_DAY = "renewal_date"

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

# "Is that still valid?", « le prix tient toujours ? »: the same quote, worked out again.
_STILL_VALID = re.compile(
    r"\b(?:still|encore|toujours)\b.*\b(?:valid|valide|valable|good|bon|bonne|hold|holds|stand"
    r"|stands|tient|meme|same|current|true|vrai)\b"
    r"|\b(?:valid|valide|valable|bon|tient)\b.*\b(?:still|encore|toujours)\b"
    r"|\b(?:expired?|expires|expiree?|perimee?)\b"
)
_WORDS_AT_MOST = 9
# A message of so many words tells no story.
_BRIEF = 14

# "3 seats of Photoshop, how much?" is no chat about something else: it asks for a price.
_PRICE = re.compile(
    r"\b(?:how much|cost|costs|price|pricing|quote|combien|prix|coute|couterait|tarif|devis|soumission)\b"
)


def in_context(
    parse: Parse,
    tracker: DialogueStateTracker,
    *,
    opened: bool = False,
    changes: bool = True,
) -> Parse:
    """The parse, with the intent that the open quote gives it; pressed buttons stay as they are.

    `opened` where the same message has asked for a quote before; `changes` where manners with a
    value in them may be a change of the quote.
    """
    if "identification" not in parse:
        return parse
    if leaves_an_address(parse, tracker):
        return taken_for(parse, PERSON)
    parse = with_mentioned(parse, tracker)
    is_open = opened or is_quote_open(tracker)
    changes = changes and is_open and may_change_a_quote(parse)
    if changes:
        parse = _with_changes(parse, tracker)
    intent = parse["intent"]["name"]
    values = [e for e in parse["entities"] if e["entity"] in _QUOTE_ENTITIES]
    asked = asked_about(parse, tracker)
    if asked == RENEWAL_COST:
        return taken_for(parse, asked)
    if is_open and tracker.get_slot("quoted") and _asks_if_still_valid(parse["text"]):
        return taken_for(parse, VALUES)
    if is_complete_request(parse) and asked not in INSTEAD_OF_A_PRICE:
        return taken_for(parse, PRICE)
    if asked is not None:
        return taken_for(parse, asked)
    asked_before = goes_on(parse, values, tracker)
    if asked_before is not None and _is_little_else(parse["text"], values):
        return taken_for(parse, asked_before)
    if not values and tracker.get_slot(REQUESTED_SLOT) == _ASKED_FOR_A_DAY and is_not_known(parse):
        return with_unknown_date(parse)
    if is_open and intent not in ABOUT_A_QUOTE and is_relative_change(parse):
        return taken_for(parse, VALUES)
    may_be_values = intent in UNSURE or (is_open and intent not in ABOUT_A_QUOTE)
    # "In yen" reads much like a yes; no yes names a currency.
    may_be_values |= intent == "affirm" and any(e["entity"] == "currency" for e in values)
    if values and may_be_values and _is_little_else(parse["text"], values):
        return taken_for(parse, VALUES)
    if changes and changes_a_quote(parse, values, tracker):
        return taken_for(parse, VALUES)
    if intent == "out_of_scope" and _asks_for_seats(parse["text"], values):
        return taken_for(parse, PRICE)
    if intent == VALUES and not values:
        return taken_for(parse, NOT_UNDERSTOOD)
    if is_open and intent in _AGREES and parse["intent"]["confidence"] < _SURE:
        return taken_for(parse, NOT_UNDERSTOOD)
    return parse


def message_in_context(
    found: Sequence[Parse], ways: Sequence[Sequence[str]], tracker: DialogueStateTracker
) -> tuple[Parse, list[list[Parse]]]:
    """The whole message and, for each way to cut it, its parts; `found` has them in one row."""
    whole, *parses = found
    rest = iter(parses)
    parts = [_parts_in_context([next(rest) for _ in way], tracker) for way in ways]
    return in_context(whole, tracker), parts


def _parts_in_context(parses: Sequence[Parse], tracker: DialogueStateTracker) -> list[Parse]:
    """What follows a request for a quote is said beside that quote. In a longer message only a
    correction is more than what it says by itself.
    """
    is_brief = sum(len(parse["text"].split()) for parse in parses) <= _BRIEF
    heard: list[Parse] = []
    for parse in parses:
        opened = any(part["intent"]["name"] in ABOUT_A_QUOTE for part in heard)
        changes = is_brief or corrects(parse["text"])
        heard.append(in_context(parse, tracker, opened=opened, changes=changes))
    return heard


def repeats(tracker: DialogueStateTracker, spoken: Spoken) -> bool:
    """An amount is the last thing that the bot has said, in another language than `spoken`."""
    if tracker.get_slot("language") == spoken.language:
        return False
    response = said_last(tracker)
    return response.startswith(_AMOUNTS) and response not in _NO_AMOUNTS


def is_quote_open(tracker: DialogueStateTracker) -> bool:
    """The form asks, or something that a quote needs is known from before."""
    return tracker.active_loop_name == QUOTE_FORM or any(
        tracker.get_slot(name) is not None for name in _QUOTE_SLOTS
    )


def _with_changes(parse: Parse, tracker: DialogueStateTracker) -> Parse:
    is_asked_for_a_day = (
        tracker.active_loop_name == QUOTE_FORM
        and tracker.get_slot(REQUESTED_SLOT) == _ASKED_FOR_A_DAY
    )
    language = parse["identification"].get("language", "en")
    found = with_changes(parse["text"], parse["entities"], language, counted=not is_asked_for_a_day)
    return {**parse, "entities": found}


def _asks_if_still_valid(text: str) -> bool:
    folded = fold(text)
    return len(_WORD.findall(folded)) <= _WORDS_AT_MOST and bool(_STILL_VALID.search(folded))


def _asks_for_seats(text: str, values: list[Found]) -> bool:
    named = {value["entity"] for value in values}
    return {"seats", "product"} <= named and bool(_PRICE.search(fold(text)))


def _is_little_else(text: str, values: list[Found]) -> bool:
    """Nothing but the values themselves and words that add nothing to them."""
    for value in sorted(values, key=lambda entity: entity["start"], reverse=True):
        text = text[: value["start"]] + " " + text[value["end"] :]
    return all(word in _little_words() for word in _WORD.findall(fold(text)))


@cache
def _little_words() -> frozenset[str]:
    text = files("bot.engine.meaning").joinpath("context.yml").read_text(encoding="utf-8")
    return frozenset(word for words in yaml.safe_load(text).values() for word in words.split())
