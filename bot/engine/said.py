"""Gathers what a turn says; a channel sends it once the turn is stored."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Said(OutputChannel):
    """`messages` in the neutral form that every channel renders from: `response`, `text`, and
    `buttons`, `quote`, `links` if any.

    Two questions in the middle of a form are two answers, and the form's own question once: of
    messages that read the same only the last stays.
    """

    def __init__(self, channel: str | None = None) -> None:
        self._channel = channel or "bot"
        self._messages: list[dict[str, Any]] = []

    def name(self) -> str:
        return self._channel

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self._messages.append(_neutral(message))

    @property
    def messages(self) -> list[dict[str, Any]]:
        read = [(message["text"], message.get("buttons")) for message in self._messages]
        return [
            message
            for position, message in enumerate(self._messages)
            if read[position] not in read[position + 1 :]
        ]


def _neutral(message: dict[str, Any]) -> dict[str, Any]:
    optional = {
        "buttons": message.get("buttons"),
        "quote": (message.get("custom") or {}).get("quote"),
        "links": message.get("links"),
    }
    return {
        "response": message.get("utter_action"),
        "text": message.get("text") or "",
        **{name: value for name, value in optional.items() if value},
    }
