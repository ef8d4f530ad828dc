"""Takes a callback or a message in the conversation: asks, stores, and leaves a ticket at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.channels.turn import Turn
from bot.clock import Clock
from bot.handoff.commands import Command, last_shown, payload_of, placed, title_of, titled
from bot.handoff.form.callback import OPEN, WITHHELD, answer, next_step
from bot.handoff.form.draft import Answer, Draft, Kind, Step, missing
from bot.handoff.form.phones import Phone
from bot.handoff.form.requests import requested
from bot.handoff.form.windows import Context
from bot.handoff.form.wishes import wish_of
from bot.handoff.hours import Hours
from bot.handoff.notices import Sentence
from bot.handoff.spoken import locale_of
from bot.nlg.formats import format_phone
from bot.store.desk import Filing
from bot.store.transcript import Entry

# Where the channel does not tell it, the clock of most of the region's people; every time that is
# said has its zone with it.
_ZONES = {
    "CA": "America/Toronto",
    "US": "America/New_York",
    "GB": "Europe/London",
    "FR": "Europe/Paris",
}
_WITHOUT_REGION = "CA"
_OURS = payload_of("")


class Outcome(Protocol):
    """Where an answer is stored: the draft, what is said, and what becomes of the ticket."""

    async def __call__(
        self,
        heard: Entry,
        draft: dict[str, Any] | None,
        messages: list[dict[str, Any]],
        filing: Filing | None,
        language: str,
    ) -> list[Entry]: ...


class Taking:
    """`ways` are the ways to a person that are open at this moment, by locale."""

    def __init__(
        self,
        sentence: Sentence,
        hours: Hours,
        clock: Clock,
        store: Outcome,
        ways: Callable[[str | None], tuple[Command, ...]],
    ) -> None:
        self._sentence = sentence
        self._hours = hours
        self._clock = clock
        self._store = store
        self._ways = ways

    async def begin(
        self, kind: Kind, state: dict[str, Any] | None, heard: Entry, lately: list[Entry]
    ) -> list[Entry]:
        """`state` is what was being asked: it goes on if it is of this kind."""
        known = Draft.from_json(state) if state else None
        draft = replace(known, paused=False) if known and known.kind == kind else Draft(kind)
        return await self.ask(heard, Answer(draft), self.context(locale_of(lately)))

    async def requested(self, heard: Entry, lately: list[Entry]) -> list[Entry] | None:
        """A request that opens the form by itself; None where the message is none."""
        if "payload" in heard.told:
            return None
        found = requested(heard.body["text"], self.context(locale_of(lately)))
        if found is None:
            return None
        draft, language = found
        context = self.context(locale_of(lately, language))
        return await self.ask(heard, Answer(draft), context)

    async def go_on(
        self, state: dict[str, Any], heard: Entry, lately: list[Entry]
    ) -> list[Entry] | None:
        """The next answer to what is being asked; None where the message is for the bot."""
        draft, context = Draft.from_json(state), self.context(locale_of(lately))
        step = missing(draft)
        if step is None:
            return await self._store(heard, None, [], None, context.language)
        text = heard.told.get("payload") or _meant(heard, lately)
        is_pressed, is_ours = text.startswith("/"), text.startswith(_OURS)
        if (
            (is_pressed or draft.paused)
            and not is_ours
            and wish_of(text, just_sent=False) != "withdraw"
        ):
            return None
        given = answer(replace(draft, paused=False), step, text, context)
        return None if given.is_aside else await self.ask(heard, given, context)

    async def ask(self, heard: Entry, given: Answer, context: Context) -> list[Entry]:
        """Says what the answer makes of the draft, and asks the next question."""
        draft = given.draft
        step = None if given.ending else next_step(draft, context)
        locale = context.locale or context.language
        said = [
            self._message(response, given.values, locale)
            for response in (given.problem, given.ending)
            if response
        ]
        if step is not None:
            said.append(self._question(step, locale))
        elif given.ending == WITHHELD:
            ways = [way for way in self._ways(locale) if way != draft.kind]
            said[-1]["buttons"] = [self._button(way, locale) for way in ways]
        filing = (
            Filing(draft.kind, _details(draft, context), draft.ticket) if draft.is_agreed else None
        )
        return await self._store(
            heard, draft.to_json() if step else None, said, filing, context.language
        )

    def reminded(
        self, state: dict[str, Any], turn: Turn
    ) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The draft and the messages after an answer of the bot's: its question is asked again, but
        while the bot asks something itself, a button leads back to it.
        """
        draft, locale = Draft.from_json(state), turn.locale or turn.language
        kept = replace(draft, paused=turn.form is not None)
        step = next_step(draft, self.context(locale))
        if step is None or locale is None or not turn.messages:
            return state, turn.messages
        if kept.paused:
            return kept.to_json(), _with_button(turn.messages, self._button(draft.kind, locale))
        question = self._question(step, locale)
        still_open = self._sentence(OPEN[draft.kind], locale, {})
        reminder = {**question, "text": f"{still_open}\n{question['text']}"}
        return kept.to_json(), [*turn.messages, reminder]

    def _button(self, way: Command, locale: str) -> dict[str, str]:
        return {"title": self._sentence(title_of(way), locale, {}), "payload": payload_of(way)}

    def _question(self, step: Step, locale: str) -> dict[str, Any]:
        buttons = [
            {
                "title": self._sentence(button.response, locale, button.values),
                "payload": button.payload,
            }
            for button in step.buttons
        ]
        message = self._message(step.response, step.values, locale)
        return {**message, "buttons": buttons} if buttons else message

    def _message(self, response: str, values: Any, locale: str) -> dict[str, Any]:
        return {"response": response, "text": self._sentence(response, locale, values)}

    def context(self, locale: str | None) -> Context:
        language = locale[:2] if locale else "en"
        region = locale[3:] if locale and len(locale) > 2 else None
        return Context(
            region=region,
            locale=locale if region else None,
            language=language,
            now=self._clock(),
            zone=ZoneInfo(_ZONES[region or _WITHOUT_REGION]),
            schedule=self._hours.of(region, language),
        )


def _with_button(messages: list[dict[str, Any]], button: dict[str, str]) -> list[dict[str, Any]]:
    """Below the last message, where it has not got it anyway."""
    *before, last = messages
    others = [shown for shown in last.get("buttons") or () if shown != button]
    return [*before, {**last, "buttons": [*others, button]}]


def _meant(heard: Entry, lately: list[Entry]) -> str:
    """The payload of the button whose title or place was typed, else the text: « le 1er » is a day."""
    typed: str = heard.body["text"]
    found = next(titled(typed, lately), None)
    if found is None and not any(map(str.isdigit, typed)):
        found = next(placed(typed, last_shown(heard, lately)), None)
    return found or typed


def _details(draft: Draft, context: Context) -> dict[str, Any]:
    """What an agent needs to call or to write, as docs/handoff.md has it."""
    phone = Phone(draft.phone, draft.extension) if draft.phone else None
    window = draft.window and {
        "from": draft.window.start.isoformat(),
        "to": draft.window.end.isoformat(),
    }
    return {
        "name": draft.name,
        "phone": draft.phone,
        "phone_shown": _shown(phone, context) if phone else None,
        "extension": draft.extension,
        "email": draft.email,
        "window": window,
        "zone": str(context.zone),
        "topic": draft.topic,
        "language": context.language,
    }


def _shown(phone: Phone, context: Context) -> str:
    """Without a region: an agent may be in another country than the customer."""
    return format_phone(phone.value["number"], context.language)
