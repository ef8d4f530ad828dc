"""A customer who talks to the reception, by the names of what is answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from bot.channels.delivery import Delivery
from bot.channels.reception import Incoming, Reception, Record
from bot.channels.turn import Turn
from bot.store.desk import DeskStore, Ticket
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import NOW, TURN, NotingBot, desk_of, new_engine

LOCALES = {"en": "en_CA", "fr": "fr_CA"}


@dataclass
class AskingBot(NotingBot):
    form: str | None = None

    async def converse(self, heard: Entry, record: Record) -> Turn:
        self.heard.append(heard)
        turn = replace(TURN, form=self.form)
        with self.engine.begin() as connection:
            record(connection, turn=turn)
        return turn


class Talk:
    """The bot says `utter_greet` to everything, and may be asking for something of its own."""

    def __init__(self, language: str) -> None:
        self.engine: sa.engine.Engine = new_engine()
        transcript = Transcript(self.engine, lambda: NOW)
        delivery = Delivery({})
        _, people, _ = desk_of(self.engine, transcript, delivery)
        self.bot = AskingBot(self.engine)
        self.reception = Reception(self.bot, transcript, delivery, people)
        self.desk = DeskStore(self.engine, lambda: NOW)
        self.last: list[dict[str, Any]] = []
        self.language: str | None = None
        self.locale = LOCALES[language]

    def hear(self, *texts: str) -> list[str]:
        """The responses to the last one, whose messages are kept as `last`."""
        for text in texts:
            payload = text if text.startswith("/") else None
            incoming = Incoming("c", "web", text, locale=self.locale, payload=payload)
            heard, _ = self.reception.hear(incoming)
            turn = asyncio.run(self.reception.answer(heard))
            self.last, self.language = turn.messages, turn.language
        return [message["response"] for message in self.last]

    @property
    def tickets(self) -> list[Ticket]:
        return self.desk.tickets_since(0)
