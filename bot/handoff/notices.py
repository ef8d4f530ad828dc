"""What customers are told when it changes who answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.handoff.commands import PAYLOADS, TITLES, Command

Sentence = Callable[[str, "str | None", Mapping[str, Any]], str]
"""A response's text in a locale, with its values (bot/nlg/values.py)."""


@dataclass(frozen=True)
class Notice:
    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[Command, ...] = ()


class Notices:
    def __init__(self, sentence: Sentence, offers: Callable[[str | None], tuple[Command, ...]]):
        """`offers` are the ways to a person that are open at this moment, by locale."""
        self._sentence = sentence
        self._offers = offers

    def say(self, notice: Notice, locale: str | None) -> dict[str, Any]:
        """A neutral message."""
        said: dict[str, Any] = {
            "response": notice.response,
            "text": self._sentence(notice.response, locale, notice.values),
        }
        if notice.buttons:
            said["buttons"] = [
                {"title": self._sentence(TITLES[command], locale, {}), "payload": PAYLOADS[command]}
                for command in notice.buttons
            ]
        return said

    def joined(self, place: int) -> Notice:
        if place == 1:
            return Notice("utter_queue_joined_next", buttons=("leave",))
        return Notice("utter_queue_joined", {"place": place}, ("leave",))

    def place(self, place: int) -> Notice:
        if place == 1:
            return Notice("utter_queue_next", buttons=("leave",))
        return Notice("utter_queue_place", {"place": place}, ("leave",))

    def left(self) -> Notice:
        return Notice("utter_queue_left")

    def over(self, locale: str | None) -> Notice:
        return Notice("utter_queue_over", buttons=self._offers(locale))

    def agent_joined(self, agent: str) -> Notice:
        return Notice("utter_agent_joined", {"agent": agent})

    def agent_changed(self, agent: str, previous: str) -> Notice:
        return Notice("utter_agent_changed", {"agent": agent, "previous": previous})

    def requeued(self, agent: str) -> Notice:
        return Notice("utter_agent_requeued", {"agent": agent}, ("leave",))

    def handed_back(self, agent: str) -> Notice:
        return Notice("utter_agent_handed_back", {"agent": agent})

    def closed(self, agent: str | None) -> Notice:
        if agent is None:
            return Notice("utter_queue_closed")
        return Notice("utter_agent_closed", {"agent": agent})
