"""What a customer says through a widget, on its way to the reception."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from bot.channels.limits import Buckets
from bot.channels.reception import Incoming, Reception
from bot.channels.web.buttons import Buttons, looks_signed
from bot.channels.web.connections import Connection
from bot.channels.web.refusals import Refused
from bot.channels.web.sessions import CHANNEL
from bot.clock import Clock
from bot.language.conversation import known_locale
from bot.language.identify import Language
from bot.store.transcript import Entry

_LONGEST_ID = 64
_LANGUAGES: dict[Language, str] = {"en": "English", "fr": "Français"}


@dataclass(frozen=True)
class Rates:
    """How often one conversation, and one address, may say something; and how often one connection
    may send anything at all.
    """

    conversation: Buckets
    address: Buckets
    connection: Buckets

    def check_event(self, sid: str, event: str) -> None:
        if event not in ("connect", "disconnect") and not self.connection.take(sid):
            raise Refused("too_fast")

    def check(self, tab: Connection, conversation: str) -> None:
        if not self.conversation.take(conversation) or not self.address.take(tab.address):
            raise Refused("too_fast")

    def may_show_typing(self, conversation: str) -> bool:
        """It takes nothing from what may be said."""
        return self.conversation.take(f"{conversation} typing")


class Speech:
    def __init__(self, reception: Reception, buttons: Buttons, clock: Clock) -> None:
        self._reception = reception
        self._buttons = buttons
        self._clock = clock
        self._answering: set[asyncio.Task[None]] = set()

    def read(self, tab: Connection, conversation: str, given: dict[str, Any]) -> Incoming:
        """Raises Refused for a button that is not this conversation's, or a malformed id."""
        message, message_id = given.get("message"), given.get("id")
        if message_id is not None and not _is_id(message_id):
            raise Refused("invalid")
        button = self._buttons.read(conversation, message)
        if button is None and looks_signed(message):
            raise Refused("button_invalid")
        title, payload = button or (message, None)
        return self._incoming(tab, conversation, title, payload, message_id)

    def choice_of(self, tab: Connection, conversation: str, language: Language) -> Incoming:
        """A choice in the widget's frame is said in the conversation, as a button would be."""
        payload = f"/change_language{json.dumps({'language': language})}"
        return self._incoming(tab, conversation, _LANGUAGES[language], payload, None)

    async def say(self, incoming: Incoming) -> dict[str, Any]:
        """Acknowledged as soon as it is stored; answered in its turn."""
        heard, is_new = self._reception.hear(incoming)
        if is_new:
            task = asyncio.create_task(self._answer(heard))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
        return {"seq": heard.seq}

    async def greet(self, tab: Connection, conversation: str) -> None:
        await self._reception.greet(self._incoming(tab, conversation, "", None, None))

    async def _answer(self, heard: Entry) -> None:
        await self._reception.answer(heard)

    def _incoming(
        self,
        tab: Connection,
        conversation: str,
        text: Any,
        payload: str | None,
        message_id: str | None,
    ) -> Incoming:
        return Incoming(
            conversation,
            CHANNEL,
            text,
            message_id=message_id,
            locale=locale_of(tab),
            account=tab.account(self._clock().timestamp()),
            payload=payload,
        )


def locale_of(tab: Connection) -> str | None:
    """The page's, else the one that the company has for its customer."""
    return tab.locale or (known_locale(tab.identity.locale) if tab.identity else None)


def _is_id(given: Any) -> bool:
    return (
        isinstance(given, str)
        and 0 < len(given) <= _LONGEST_ID
        and given.isascii()
        and given.isprintable()
    )
