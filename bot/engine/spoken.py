"""The language of the answer, from a message's parse."""

from __future__ import annotations

import re
from typing import Any

from bot.language.conversation import Spoken, language_of, negotiate
from bot.language.identify import Identification
from bot.language.request import requested_language

CHANGE_LANGUAGE = "change_language"
UNSUPPORTED = "language_unsupported"

# A pressed button has no language of its own.
NO_CUE = Identification("en", 0.0, decisive=False)

# Nor have markup and JSON, whatever words they are made of.
_CODE = re.compile(r"<[^<>]*>|\{.*\}|\w+\([^()]*\)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_BESIDE_CODE = 3


def spoken_after(current: Spoken, parse: dict[str, Any], channel: str | None) -> Spoken:
    """Also renames the intent in `parse` where a language is asked for that Prorata does not speak."""
    identified = None if _is_code(parse["text"]) else parse.get("identification")
    requested = None
    if parse["intent"]["name"] == CHANGE_LANGUAGE:
        asked = _asked_for(parse)
        if asked == "other":
            parse["intent"] = {**parse["intent"], "name": UNSUPPORTED}
        else:
            requested = asked or _the_other(current)
    return negotiate(
        current,
        Identification(**identified) if identified else NO_CUE,
        requested=requested,
        channel=channel,
        text=parse["text"],
    )


def _is_code(text: str) -> bool:
    words, codes = _CODE.subn(" ", text)
    return codes > 0 and len(_WORD.findall(words)) < _WORDS_BESIDE_CODE


def _asked_for(parse: dict[str, Any]) -> Any:
    pressed = next((e["value"] for e in parse["entities"] if e["entity"] == "language"), None)
    return language_of(pressed) or requested_language(parse["text"])


def _the_other(current: Spoken) -> Any:
    return {"en": "fr", "fr": "en"}.get(current.language or "")
