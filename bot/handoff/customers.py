"""What a customer's message means for who answers, before the bot sees it."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy.engine import Connection

from bot.handoff import hold as holding
from bot.handoff.commands import command_of
from bot.handoff.hold import Hold, NotPossible
from bot.handoff.notices import Notices
from bot.handoff.offers import Offers
from bot.handoff.reasons import reason_of
from bot.handoff.switchboard import Switchboard
from bot.handoff.taking import Taking
from bot.store.transcript import Entry


class CustomerSide:
    def __init__(
        self, switchboard: Switchboard, notices: Notices, offers: Offers, taking: Taking
    ) -> None:
        self._switchboard = switchboard
        self._notices = notices
        self._offers = offers
        self._taking = taking

    def hold_of(self, conversation: str) -> Hold:
        return self._switchboard.hold_of(conversation)

    def check(self, connection: Connection, conversation: str, version: int) -> None:
        """In the transaction of a bot's turn: raises Overtaken where it must not be stored."""
        self._switchboard.check(connection, conversation, version)

    def settle(self, heard: Entry) -> None:
        """The message needs no answer of the bot's."""
        self._switchboard.settle(heard)

    def with_offers(
        self, messages: list[dict[str, Any]], locale: str | None
    ) -> list[dict[str, Any]]:
        return self._offers.added_to(messages, locale)

    async def take(self, heard: Entry) -> list[Entry] | None:
        """What is said to a message that is not the bot's to answer; None where it is."""
        current = self._switchboard.hold_of(heard.conversation)
        lately = self._switchboard.lately(heard.conversation)
        command = command_of(heard, lately)
        if command == "join":
            return await self._join(heard, reason_of(lately))
        if command == "leave":
            return await self._leave(heard)
        if current.is_with_people:
            self._switchboard.settle(heard)
            return []
        self._reopen(current)
        if command is not None:
            return await self._taking.begin(command, heard, lately)
        asked = self._switchboard.draft_of(heard.conversation)
        return await self._taking.go_on(asked, heard, lately) if asked else None

    async def _join(self, heard: Entry, reason: str) -> list[Entry]:
        waiting = [hold for hold in self._switchboard.with_people() if hold.state == "waiting"]
        change = partial(holding.ask, reason=reason, at=self._switchboard.now())
        notice = self._notices.joined(len(waiting) + 1)
        try:
            return await self._switchboard.switch(heard.conversation, change, notice, heard)
        except NotPossible:
            return self._nothing_new(heard)

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
