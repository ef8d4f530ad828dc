"""What a channel may know of a conversation after one message, and what is to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Turn:
    """`intent` is None where the message could not be taken in; `form` where none is open.

    `messages` are neutral: `response`, `text`, and `buttons`, `quote`, `links` if any. `stored` is
    False where they are only an apology: nothing of the turn was kept. `holder` is who answers
    the next message: bot, waiting or held (bot/handoff/hold.py).
    """

    intent: dict[str, Any] | None
    language: str | None
    locale: str | None
    entities: list[dict[str, Any]]
    form: str | None
    messages: list[dict[str, Any]]
    stored: bool = True
    holder: str = "bot"
