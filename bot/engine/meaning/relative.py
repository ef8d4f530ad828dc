"""A number of seats that only the open quote makes one: "one less", « la moitié », "double it".

By itself "one less" reads like a seat to be given back.
"""

from __future__ import annotations

import re

from bot.engine.meaning.parses import Parse

_WORD = re.compile(r"\w+", re.UNICODE)
# A longer message tells what it changes.
_WORDS_AT_MOST = 8


def is_relative_change(parse: Parse) -> bool:
    return relates(parse) and len(_WORD.findall(parse["text"])) <= _WORDS_AT_MOST


def relates(parse: Parse) -> bool:
    """Its number is a change of one that is known (bot/nlu/entities: the role `change`)."""
    return any(
        entity["entity"] == "seats" and entity.get("role") == "change"
        for entity in parse["entities"]
    )
