"""What a typed message may carry into the bot: readable words of a sensible length, no secrets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from bot.channels.cards import mask_cards

LONGEST_MESSAGE = 1000

# The last three are a channel's to find: pictures and voices, a message changed after it was sent.
Problem = Literal["empty", "too_long", "media", "edited", "too_fast"]

# Typed text is never a command: « /restart » is the word "restart".
_COMMAND = re.compile(r"^[\s/]+")
_KEPT_CONTROLS = frozenset("\n\t")
# C: controls, formats (but for the joiner inside emoji), surrogates, private use, unassigned.
_JOINER = "\u200d"


@dataclass(frozen=True)
class Inbound:
    """`text` is what is stored, logged nowhere, and understood; `problem` why it cannot be."""

    text: str
    problem: Problem | None = None
    masked: bool = False


def read(raw: object) -> Inbound:
    """Any JSON value as a message; never raises."""
    if not isinstance(raw, str):
        return Inbound("", "empty")
    readable = "".join(c for c in raw[: 4 * LONGEST_MESSAGE] if _is_readable(c))
    text, masked = mask_cards(unicodedata.normalize("NFC", readable))
    text = _COMMAND.sub("", text).strip()
    if len(text) > LONGEST_MESSAGE:
        return Inbound(text[:LONGEST_MESSAGE], "too_long", masked)
    if not any(c.isalnum() for c in text):
        return Inbound(text, "empty", masked)
    return Inbound(text, None, masked)


def _is_readable(character: str) -> bool:
    if character in _KEPT_CONTROLS or character == _JOINER:
        return True
    return unicodedata.category(character)[0] != "C"
