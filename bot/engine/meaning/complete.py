"""A request for a price that has all it needs, though the pipeline would rather ask back.

"3 Maya. does that include tax?" is a price with its tax said beside it: an answer beats a question.
"""

from __future__ import annotations

from bot.engine.meaning.parses import PRICE, Parse, likeliest
from bot.engine.meaning.relative import relates

_UNSURE = "nlu_clarify"
_WHAT = frozenset({"product", "subscription_id"})


def is_complete_request(parse: Parse) -> bool:
    """Product and seats are named, or seats to double, and a price is the likeliest meaning."""
    named = {entity["entity"] for entity in parse["entities"]}
    return (
        parse["intent"]["name"] == _UNSURE
        and likeliest(parse) == PRICE
        and "seats" in named
        and (bool(_WHAT & named) or relates(parse))
    )
