"""Collects what a turn says, and what a script wants to know of the turn."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Collected(OutputChannel):
    """The messages of one turn, in order: response, text, and buttons, quote and links if any."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "terminal"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        shown = {"response": message.get("utter_action"), "text": message.get("text") or ""}
        custom = message.get("custom") or {}
        optional = {
            "buttons": message.get("buttons"),
            "quote": custom.get("quote"),
            "links": message.get("links"),
        }
        self.messages.append(
            {**shown, **{name: value for name, value in optional.items() if value}}
        )
