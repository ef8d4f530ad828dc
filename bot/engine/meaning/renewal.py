"""Questions about the renewal itself: when it is, and what it will cost.

Its cost is not the price of added seats, though both are asked for in the same words: "how much is
renewal for 10 seats" names the seats that there will be. The patterns are in renewal.yml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.meaning.lexicon import Lexicon, words_of
from bot.engine.meaning.parses import Found, Parse
from bot.engine.meaning.said_last import said_last

RENEWAL_COST = "ask_renewal_cost"
RENEWAL_DATE = "ask_own_subscriptions"
_WORDS_AT_MOST = {RENEWAL_COST: 20, RENEWAL_DATE: 12}

# « Pis Revit ? » after one of these asks the same of Revit.
_ANSWERED = {
    "utter_subscriptions": RENEWAL_DATE,
    "utter_renewal": RENEWAL_COST,
    "utter_renewal_not_known": RENEWAL_COST,
}
_OF = {
    RENEWAL_DATE: frozenset({"product", "subscription_id"}),
    RENEWAL_COST: frozenset({"product", "subscription_id", "seats"}),
}
# A number alone may as well be seats to add.
_AND = re.compile(r"^(?:and|what about|how about|et|pis|puis)\b")

_PAYS = re.compile(
    r"\b(?:pay|paying|owe|be charged|be billed|charge me|bill me|paie|paye|paierai|payer|payerai"
    r"|factures?|facturee?s?|debites?)\b"
)
_ADDS = re.compile(
    r"\b(?:more|extra|additional|add|adding|added|buy|now|today|de plus|en plus|r?ajout\w*|achet\w*"
    r"|maintenant|aujourd)\b"
)


def asks_of_renewal(words: Sequence[str]) -> str | None:
    """Of the words of a message (lexicon.py): its intent where it is a question about the renewal."""
    said = " ".join(words)
    return next(
        (n for n, asks in _lexicon().meanings if len(words) <= _WORDS_AT_MOST[n] and asks(said)),
        None,
    )


def is_day_of_renewal(parse: Parse, tracker: DialogueStateTracker) -> bool:
    """ "How much will I pay on January 15?", where the quote renews on that day."""
    named = [str(entity["value"]) for entity in parse["entities"] if entity["entity"] == "date"]
    days = [str(values["renewal_date"]["date"]) for values in _given(tracker)]
    if len(named) != 1 or not any(day.startswith(named[0]) for day in days):
        return False
    said = " ".join(words_of(parse["text"]))
    return _PAYS.search(said) is not None and _ADDS.search(said) is None


def goes_on(parse: Parse, values: Sequence[Found], tracker: DialogueStateTracker) -> str | None:
    """The question of the renewal that the bot has just answered, asked of something else."""
    asked = _ANSWERED.get(said_last(tracker))
    if asked is None or not values or tracker.active_loop_name is not None:
        return None
    named = {entity["entity"] for entity in values}
    counts = "seats" in named and not _AND.search(" ".join(words_of(parse["text"])))
    return asked if named <= _OF[asked] and not counts else None


def _given(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    return list(tracker.get_slot("quote_given") or []) if tracker.get_slot("quoted") else []


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of("renewal.yml")
