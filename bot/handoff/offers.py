"""Which ways to a person are open at this moment, and how the bot's answer tells of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from bot.handoff.commands import PAYLOADS, TITLES, Command
from bot.handoff.notices import Sentence
from bot.handoff.reasons import is_hand_over

Languages = Callable[[], Collection[str]]
"""The languages in which somebody at the desk can answer now."""


class Offers:
    def __init__(self, sentence: Sentence, online: Languages) -> None:
        self._sentence = sentence
        self._online = online

    def open_to(self, locale: str | None) -> tuple[Command, ...]:
        """Where the customer's language is not known, anybody may answer."""
        spoken = self._online()
        language = locale[:2] if locale else None
        if not spoken or (language is not None and language not in spoken):
            return ()
        return ("join",)

    def added_to(self, messages: list[dict[str, Any]], locale: str | None) -> list[dict[str, Any]]:
        """A hand-over says, and has a button for, what is open; other messages stay as they are."""
        commands = self.open_to(locale)
        return [
            self._with_offers(message, commands, locale)
            if commands and is_hand_over(message.get("response"))
            else message
            for message in messages
        ]

    def _with_offers(
        self, message: dict[str, Any], commands: tuple[Command, ...], locale: str | None
    ) -> dict[str, Any]:
        told = self._sentence("utter_offer_agent", locale, {})
        offered = [
            {"title": self._sentence(TITLES[command], locale, {}), "payload": PAYLOADS[command]}
            for command in commands
        ]
        return {
            **message,
            "text": f"{message['text']}\n{told}",
            "buttons": [*offered, *(message.get("buttons") or ())],
        }
