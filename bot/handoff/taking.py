"""Takes a callback or a message in the conversation: asks, stores, and leaves a ticket at the desk."""

from __future__ import annotations

from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.handoff.callback import answer, next_step
from bot.handoff.commands import last_shown, placed, titled
from bot.handoff.draft import Answer, Draft, Kind, Step, missing
from bot.handoff.hours import Hours
from bot.handoff.notices import Sentence
from bot.handoff.phones import Phone
from bot.handoff.spoken import locale_of
from bot.handoff.windows import Context
from bot.nlg.formats import format_phone
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


class Outcome(Protocol):
    """Where an answer is stored: the draft, what is said, and the ticket if there is one."""

    async def __call__(
        self,
        heard: Entry,
        draft: dict[str, Any] | None,
        messages: list[dict[str, Any]],
        ticket: tuple[Kind, dict[str, Any]] | None,
    ) -> list[Entry]: ...


class Taking:
    def __init__(self, sentence: Sentence, hours: Hours, clock: Clock, store: Outcome) -> None:
        self._sentence = sentence
        self._hours = hours
        self._clock = clock
        self._store = store

    async def begin(self, kind: Kind, heard: Entry, lately: list[Entry]) -> list[Entry]:
        draft, context = Draft(kind), self._context(lately)
        return await self._go_on(heard, Answer(draft), context)

    async def go_on(self, state: dict[str, Any], heard: Entry, lately: list[Entry]) -> list[Entry]:
        """The next answer to what is being asked."""
        draft, context = Draft.from_json(state), self._context(lately)
        step = missing(draft)
        if step is None:
            return await self._store(heard, None, [], None)
        text = heard.told.get("payload") or _meant(heard, lately)
        return await self._go_on(heard, answer(draft, step, text, context), context)

    async def _go_on(self, heard: Entry, given: Answer, context: Context) -> list[Entry]:
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
        ticket = (draft.kind, _details(draft, context)) if draft.is_agreed else None
        return await self._store(heard, draft.to_json() if step else None, said, ticket)

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

    def _context(self, lately: list[Entry]) -> Context:
        locale = locale_of(lately)
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
