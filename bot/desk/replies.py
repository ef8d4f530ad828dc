"""Canned replies, in the customer's language and filled in; and the desk's own texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.handoff.notices import Sentence
from bot.handoff.spoken import locale_of
from bot.store.transcript import Entry

NAMES = ("hello", "moment", "account", "no_card", "anything_else", "goodbye")
_WITHOUT_CUE = "en_CA"


class Replies:
    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    def filled(self, entries: list[Entry], agent: str) -> list[dict[str, str]]:
        """`[{name, text}]`; where the customer's language is not known, in English."""
        locale = locale_of(entries) or _WITHOUT_CUE
        return [
            {
                "name": name,
                "title": name.replace("_", " "),
                "text": self._sentence(f"utter_reply_{name}", locale, {"agent": agent}),
            }
            for name in NAMES
        ]

    def text(self, locale: str, response: str, values: Mapping[str, Any]) -> str:
        return self._sentence(response, locale, values)
