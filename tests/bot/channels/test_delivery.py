"""Entries go to their channel and to whoever watches."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.channels.delivery import Delivery
from bot.store.transcript import Entry
from tests.bot.channels.conftest import NOW


@dataclass
class Screen:
    """A sender that takes its time; `seen` is all that came, in order."""

    seen: list[object] = field(default_factory=list)

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        for entry in entries:
            self.seen.append((conversation, entry.seq))
            await asyncio.sleep(0)

    async def apologise(self, conversation: str, text: str) -> None:
        self.seen.append((conversation, text))

    async def typing(self, conversation: str, *, on: bool) -> None:
        self.seen.append((conversation, on))


def entries(*seqs: int) -> list[Entry]:
    return [Entry(seq, "c", NOW, "bot", {"text": "…"}) for seq in seqs]


def test_each_channel_gets_its_own() -> None:
    web, mail = Screen(), Screen()
    delivery = Delivery({"web": web, "mail": mail})
    assert delivery.is_apart("web") and delivery.is_apart("mail")

    async def send() -> None:
        await delivery.send("web", "c", entries(1, 2))
        await delivery.typing("mail", "d", on=True)
        await delivery.apologise("mail", "d", "sorry")

    asyncio.run(send())
    assert web.seen == [("c", 1), ("c", 2)]
    assert mail.seen == [("d", True), ("d", "sorry")]


def test_a_channel_without_a_sender_takes_the_entries_itself() -> None:
    watched: list[tuple[str, list[Entry]]] = []
    delivery = Delivery({})
    delivery.watch(lambda *told: watched.append(told))
    assert not delivery.is_apart("terminal")

    async def send() -> None:
        await delivery.send("terminal", "c", entries(1))
        await delivery.typing("terminal", "c", on=True)
        await delivery.apologise("", "c", "sorry")

    asyncio.run(send())
    assert watched == [("c", entries(1))]


def test_who_watches_is_told_before_it_is_sent() -> None:
    web = Screen()
    delivery = Delivery({"web": web})
    told: list[tuple[int, int]] = []
    for number in (1, 2):
        delivery.watch(lambda _, __, number=number: told.append((number, len(web.seen))))
    asyncio.run(delivery.send("web", "c", entries(1)))
    assert told == [(1, 0), (2, 0)]


def test_what_is_given_first_is_sent_first() -> None:
    """The bot's two messages, and while the first is on its way an agent's notice."""
    web = Screen()
    delivery = Delivery({"web": web})

    async def both() -> None:
        await asyncio.gather(
            delivery.send("web", "c", entries(1, 2)),
            delivery.send("web", "c", entries(3)),
        )

    asyncio.run(both())
    assert web.seen == [("c", 1), ("c", 2), ("c", 3)]


def test_what_is_queued_is_sent_once_with_whatever_comes_next() -> None:
    web = Screen()
    delivery = Delivery({"web": web})

    async def all_of_it() -> None:
        delivery.queue("web", "c", entries(1))
        await delivery.send("web", "c", entries(2))
        await delivery.flush("web", "c")
        await delivery.flush("mail", "c")

    asyncio.run(all_of_it())
    assert web.seen == [("c", 1), ("c", 2)]


def test_conversations_do_not_wait_for_one_another() -> None:
    web = Screen()
    delivery = Delivery({"web": web})

    async def both() -> None:
        await asyncio.gather(
            delivery.send("web", "c", entries(1, 3)), delivery.send("web", "d", entries(2))
        )

    asyncio.run(both())
    assert web.seen == [("c", 1), ("d", 2), ("c", 3)]
