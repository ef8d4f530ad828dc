"""What customers are told when it changes who answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.handoff.commands import Command, payload_of, title_of
from bot.handoff.survey import RATES, Rate
from bot.language.identify import Language

Sentence = Callable[[str, "str | None", Mapping[str, Any]], str]
"""A response's text in a locale, with its values (bot/nlg/values.py)."""


LATE = "utter_desk_late"


@dataclass(frozen=True)
class Notice:
    """`then` is said after it, in the same breath; `language` is set where it is not to be the
    conversation's.
    """

    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[Command | Rate, ...] = ()
    then: Notice | None = None
    language: Language | None = None

    def kept(self) -> dict[str, Any]:
        """As JSON, what the notice is made of again; for one without `buttons` and `then`."""
        kept = {"response": self.response, "values": dict(self.values)}
        return {**kept, "language": self.language} if self.language else kept


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
        if notice.then:
            said["text"] += "\n" + self._sentence(notice.then.response, locale, notice.then.values)
        if notice.buttons:
            said["buttons"] = [
                {"title": self._sentence(title_of(name), locale, {}), "payload": payload_of(name)}
                for name in notice.buttons
            ]
        return said

    def joined(self, place: int, minutes: int | None = None) -> Notice:
        """`minutes` are what others have waited lately, where that is known."""
        wait = Notice("utter_queue_wait", {"minutes": _minutes(minutes)}) if minutes else None
        if place == 1:
            return Notice("utter_queue_joined_next", {}, ("leave",), wait)
        return Notice("utter_queue_joined", {"place": place}, ("leave",), wait)

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

    def closed(self, agent: str | None, *, survey: bool = False) -> Notice:
        """`survey` asks for a rating, where the agent's customer has no other way to give one."""
        if agent is None:
            return Notice("utter_queue_closed")
        if survey:
            return Notice("utter_agent_closed", {"agent": agent}, RATES, Notice("utter_survey"))
        return Notice("utter_agent_closed", {"agent": agent})

    def late(self, *, may_leave: bool) -> Notice:
        return Notice(LATE, buttons=("leave",) if may_leave else ())

    def rated(self) -> Notice:
        return Notice("utter_survey_thanks")


def _minutes(number: int) -> dict[str, Any]:
    return {"type": "count", "unit": "minute", "number": number}
