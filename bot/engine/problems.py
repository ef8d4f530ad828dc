"""Messages that their channel could not read: states that the rules answer like intents."""

from __future__ import annotations

from typing import Any

from bot.channels.inbound import Problem

_INTENTS: dict[Problem, str] = {
    "empty": "message_empty",
    "too_long": "message_too_long",
    "media": "message_media",
    "edited": "message_edited",
    "too_fast": "message_too_fast",
}


def with_problem(parse: dict[str, Any], problem: Problem) -> dict[str, Any]:
    """The parse of such a message: what it may say means nothing."""
    return {**parse, "intent": {"name": _INTENTS[problem], "confidence": 1.0}, "entities": []}
