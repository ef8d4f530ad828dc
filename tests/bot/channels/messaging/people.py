"""People on Telegram who sign in on the company's page, and what the bot hears of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from bot.channels.messaging.sign_in_page import PATH
from bot.store.conversations import Conversation, Conversations
from bot.store.transcript import Entry
from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.channels.messaging.sign_ins import DONE, PAGE, identity_of, token_in
from tests.bot.loop import Loop
from tests.fakes.telegram import FakeTelegram


@dataclass
class People:
    chat: Chat
    fake: FakeTelegram

    def write(self, person: str, text: str) -> str:
        """What they are answered."""
        return self.call(self.fake.message(person, text), person)

    def call(self, hook: Any, person: str) -> str:
        before = len(self.fake.seen_by(person))
        assert self.fake.call(hook).status_code == 200
        self.chat.quiet()
        return "\n".join(said.text for said in self.fake.seen_by(person)[before:])

    def link_of(self, person: str) -> str:
        """The last that they were offered."""
        links = [url for said in self.fake.seen_by(person) for _, url in said.links]
        return links[-1]

    def code_of(self, person: str, account: str = "demo-lyon", seconds: float = 1800) -> str:
        """What the company's customer is shown, who has opened that person's link."""
        form = {
            "chat": token_in(self.link_of(person)),
            "identity": identity_of(self.chat.time, account, seconds),
        }
        answer = requests.post(f"http://127.0.0.1:{self.chat.port}{PATH}", data=form, timeout=10)
        assert answer.status_code == 200
        (code,) = re.findall(r'aria-hidden="true">([0-9]{3}\xa0[0-9]{3})<', answer.text)
        return str(code)

    def sign_in(self, person: str, account: str = "demo-lyon", seconds: float = 1800) -> None:
        self.write(person, "a price?")
        assert self.write(person, self.code_of(person, account, seconds)) == DONE

    def heard(self) -> tuple[str, Any]:
        """The last message that reached the bot: its conversation, and who was signed in."""
        last = self.chat.bot.heard[-1]
        return last.conversation, last.told.get("account")

    def owner_of(self, conversation: str) -> str | None:
        return self.stored(conversation).account

    def stored(self, conversation: str) -> Conversation:
        found = Conversations(self.chat.engine, self.chat.time)
        stored: Conversation = self.chat.ask(lambda: found.of(conversation))
        return stored

    def entries(self, conversation: str) -> list[Entry]:
        return [entry for entry in self.chat.said() if entry.conversation == conversation]


@contextmanager
def chatting(loop: Loop) -> Iterator[People]:
    """With a bot whose answers are about signing in."""
    fake = FakeTelegram()
    with serving(loop, fake, sign_in_url=PAGE) as chat:
        chat.bot.response = "utter_estimate"
        yield People(chat, fake)
        assert fake.violations == []
