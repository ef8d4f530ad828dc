"""Which ways to a person are open at this moment, and how the bot's answer tells of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from bot.clock import Clock
from bot.handoff.commands import PAYLOADS, TITLES, Command
from bot.handoff.hours import Hours, Schedule
from bot.handoff.notices import Sentence
from bot.handoff.reasons import is_hand_over

Languages = Callable[[], Collection[str]]
"""The languages in which somebody at the desk can answer now."""


# A callback or a message is answered when somebody is there.
_ALWAYS: tuple[Command, ...] = ("callback", "message")


class Offers:
    def __init__(self, sentence: Sentence, online: Languages, hours: Hours, clock: Clock) -> None:
        self._sentence = sentence
        self._online = online
        self._hours = hours
        self._clock = clock

    def open_to(self, locale: str | None) -> tuple[Command, ...]:
        return ("join", *_ALWAYS) if self._is_somebody_there(locale) else _ALWAYS

    def _is_somebody_there(self, locale: str | None) -> bool:
        """Within the hours, where hours are given. Where the customer's language is not known,
        anybody may answer.
        """
        spoken = self._online()
        language = locale[:2] if locale else None
        schedule = self._schedule(locale)
        if schedule is not None and not schedule.is_open(self._clock()):
            return False
        return language in spoken if language else bool(spoken)

    def _told(self, locale: str | None) -> str:
        """Before a person is offered: is somebody there, else when, as far as that is known."""
        if self._is_somebody_there(locale):
            return "\n" + self._sentence("utter_offer_agent", locale, {})
        schedule = self._schedule(locale)
        opening = schedule.next_opening(self._clock()) if schedule else None
        if schedule is None or opening is None or schedule.is_open(self._clock()):
            return ""
        day = {"type": "date", "date": opening.date().isoformat(), "style": "full"}
        time = {"type": "time", "at": opening.isoformat(), "zone": str(schedule.zone)}
        return "\n" + self._sentence("utter_offer_opening", locale, {"day": day, "time": time})

    def _schedule(self, locale: str | None) -> Schedule | None:
        language, _, region = (locale or "").partition("_")
        return self._hours.of(region, language)

    def added_to(self, messages: list[dict[str, Any]], locale: str | None) -> list[dict[str, Any]]:
        """A hand-over says, and has a button for, what is open; other messages stay as they are."""
        commands = self.open_to(locale)
        return [
            self._with_offers(message, commands, locale)
            if is_hand_over(message.get("response"))
            else message
            for message in messages
        ]

    def _with_offers(
        self, message: dict[str, Any], commands: tuple[Command, ...], locale: str | None
    ) -> dict[str, Any]:
        offered = [
            {"title": self._sentence(TITLES[command], locale, {}), "payload": PAYLOADS[command]}
            for command in commands
        ]
        return {
            **message,
            "text": message["text"] + self._told(locale),
            "buttons": [*offered, *(message.get("buttons") or ())],
        }
