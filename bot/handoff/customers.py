"""What a customer's message means for who answers, before the bot sees it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.engine import Connection

from bot.channels.turn import Turn
from bot.handoff import hold as holding
from bot.handoff.commands import command_of
from bot.handoff.form.sent import Sent
from bot.handoff.form.taking import Taking
from bot.handoff.hold import Hold, NotPossible
from bot.handoff.notices import Notice, Notices
from bot.handoff.offers import Offers
from bot.handoff.reasons import reason_of
from bot.handoff.survey import is_answered, stars_of
from bot.handoff.switchboard import Switchboard
from bot.handoff.waits import usual_minutes
from bot.store.feedback import Feedback
from bot.store.transcript import Entry
from bot.store.waits import Waits


class CustomerSide:
    def __init__(
        self,
        switchboard: Switchboard,
        notices: Notices,
        offers: Offers,
        taking: Taking,
        waits: Waits,
        feedback: Feedback,
    ) -> None:
        self._switchboard = switchboard
        self._notices = notices
        self._offers = offers
        self._taking = taking
        self._sent = Sent(switchboard, notices, taking)
        self._waits = waits
        self._feedback = feedback

    def hold_of(self, conversation: str) -> Hold:
        return self._switchboard.hold_of(conversation)

    def check(self, connection: Connection, conversation: str, version: int) -> None:
        """In the transaction of a bot's turn: raises Overtaken where it must not be stored."""
        self._switchboard.check(connection, conversation, version)

    def settle(self, heard: Entry) -> None:
        """The message needs no answer of the bot's."""
        self._switchboard.settle(heard)

    def confirm(self, heard: Entry, notice: Notice) -> list[Entry]:
        """The notice, as the answer to the message, whoever answers the others."""
        locale = self._switchboard.locale_of(heard.conversation, notice.language)
        said = self._notices.say(notice, locale)
        return self._switchboard.answer(heard, said, locale)

    def completed(
        self, connection: Connection, conversation: str, turn: Turn
    ) -> list[dict[str, Any]]:
        """The bot's answer, in the transaction of its turn: with the ways to a person that it
        offers, and with what is still being asked for one.
        """
        offered = self._offers.added_to(turn.messages, turn.locale or turn.language)
        draft = self._switchboard.draft_in(connection, conversation)
        if draft is None:
            return offered
        kept, messages = self._taking.reminded(draft, replace(turn, messages=offered))
        self._switchboard.keep_draft(connection, conversation, kept)
        return messages

    async def take(self, heard: Entry) -> list[Entry] | None:
        """What is said to a message that is not the bot's to answer; None where it is."""
        current = self._switchboard.hold_of(heard.conversation)
        lately = self._switchboard.lately(heard.conversation)
        command = command_of(heard, lately)
        if command == "join":
            return await self._join(heard, reason_of(lately))
        if command == "leave":
            return await self._leave(heard)
        stars = stars_of(heard, lately)
        if stars is not None:
            return await self._rate(heard, stars, lately)
        if current.is_with_people:
            self._switchboard.settle(heard)
            return []
        self._reopen(current)
        asked = self._switchboard.draft_of(heard.conversation)
        if command is not None:
            return await self._taking.begin(command, asked, heard, lately)
        if asked is None or asked.get("ticket"):
            about = await self._sent.take(heard, lately)
            if about is not None:
                return about
        if asked is None:
            return await self._taking.requested(heard, lately)
        return await self._taking.go_on(asked, heard, lately)

    async def _join(self, heard: Entry, reason: str) -> list[Entry]:
        waiting = [hold for hold in self._switchboard.with_people() if hold.state == "waiting"]
        change = partial(holding.ask, reason=reason, at=self._switchboard.now())
        notice = self._notices.joined(len(waiting) + 1, self._usual_wait(heard.conversation))
        try:
            return await self._switchboard.switch(heard.conversation, change, notice, heard)
        except NotPossible:
            return self._nothing_new(heard)

    def _usual_wait(self, conversation: str) -> int | None:
        """In minutes, where somebody is there and others have waited lately."""
        locale = self._switchboard.locale_of(conversation)
        if locale is None or "join" not in self._offers.open_to(locale):
            return None
        return usual_minutes(self._waits.lately(locale[:2]))

    async def _rate(self, heard: Entry, stars: int, lately: list[Entry]) -> list[Entry]:
        """The first answer counts; it changes nothing of what was going on."""
        if is_answered(lately):
            return self._nothing_new(heard)
        self._feedback.rate(heard.conversation, stars, None)
        locale = self._switchboard.locale_of(heard.conversation)
        thanks = self._notices.say(self._notices.rated(), locale)
        draft = self._switchboard.draft_of(heard.conversation)
        return await self._switchboard.take(heard, draft, [thanks], None, locale and locale[:2])

    async def _leave(self, heard: Entry) -> list[Entry]:
        change = partial(holding.withdraw, at=self._switchboard.now())
        try:
            return await self._switchboard.switch(
                heard.conversation, change, self._notices.left(), heard
            )
        except NotPossible:
            return self._nothing_new(heard)

    def _nothing_new(self, heard: Entry) -> list[Entry]:
        """An old button: what it would change is so already, or was decided by an agent."""
        self._switchboard.settle(heard)
        return []

    def _reopen(self, current: Hold) -> None:
        if current.state == "closed":
            change = partial(holding.reopen, at=self._switchboard.now())
            self._switchboard.reopen(current.conversation, change)
