"""Whom a message in Telegram is for: in a group, most of them are for others.

A bot is named (« @prorata_bot, 3 postes? », « /start@prorata_bot ») or answered. Where names stand
is told by entities, in UTF-16 code units: https://core.telegram.org/bots/api#messageentity
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.channels.messaging import utf16

# « @prorata_bot, how much…? »
_AFTER_A_NAME = " ,:;"


@dataclass(frozen=True)
class Bot:
    """`username` is without its @, casefolded."""

    id: int
    username: str


def said_to(bot: Bot, message: dict[str, Any], text: str, entities: Any) -> str | None:
    """What is said to the bot, without its name; None where it is said to others."""
    encoded = utf16.encoded(text)
    spans = sorted(_names(bot, encoded, entities))
    if not spans and not is_for(bot, message):
        return None
    parts, end = [], 0
    for start, stop in [*spans, (len(encoded), len(encoded))]:
        parts.append(utf16.decoded(encoded[end:start]))
        end = max(end, stop)
    first, *others = parts
    return " ".join([first.rstrip(" "), *(part.strip(_AFTER_A_NAME) for part in others)]).strip()


def is_for(bot: Bot, message: dict[str, Any]) -> bool:
    """Whoever writes to the bot alone, or answers it, need not name it."""
    if message["chat"]["type"] == "private":
        return True
    answered = message.get("reply_to_message") or {}
    return bool((answered.get("from") or {}).get("id") == bot.id)


def _names(bot: Bot, encoded: bytes, entities: Any) -> Iterator[tuple[int, int]]:
    """Where the bot is named, in bytes; of a command only the name."""
    name = f"@{bot.username}"
    for entity in entities or ():
        start, stop = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        if not 0 <= start < stop <= len(encoded):
            continue
        words, kind = utf16.decoded(encoded[start:stop]).casefold(), entity["type"]
        if kind == "bot_command" and words.endswith(name):
            yield stop - 2 * len(name), stop
        elif (kind, words) == ("mention", name) or _is_of(bot, entity):
            yield start, stop


def _is_of(bot: Bot, entity: dict[str, Any]) -> bool:
    return entity["type"] == "text_mention" and bool(entity["user"]["id"] == bot.id)
