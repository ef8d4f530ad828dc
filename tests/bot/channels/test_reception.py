"""Every message is stored, answered once, in its order, whatever fails in between."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.delivery import Delivery
from bot.channels.reception import Incoming, Reception
from bot.handoff.notices import Notice
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import ANSWER, NOW, NotingBot, desk_of, new_engine


@dataclass
class Screen:
    """A sender that keeps what a customer would see, who has other tabs."""

    shown: list[Entry] = field(default_factory=list)
    in_order: list[int] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)

    async def send(self, conversation: str, entries: list[Entry]) -> None:
        self.in_order += [entry.seq for entry in entries]
        self.shown += [entry for entry in entries if entry.author != "customer"]

    async def typing(self, conversation: str, *, on: bool) -> None:
        pass

    async def apologise(self, conversation: str, text: str) -> None:
        self.apologies.append(text)


@dataclass
class Desk:
    engine: sa.engine.Engine
    bot: NotingBot
    transcript: Transcript
    screen: Screen
    reception: Reception

    def hear(self, text: Any, **more: Any) -> tuple[Entry, bool]:
        return self.reception.hear(Incoming("c-1", "web", text, **more))

    def resume(self) -> None:
        """As a new process does at its start."""
        delivery = Delivery({"web": self.screen})
        _, people, _ = desk_of(self.engine, self.transcript, delivery)
        reception = Reception(self.bot, self.transcript, delivery, people)

        async def all_of_them() -> None:
            await asyncio.gather(*reception.resume())

        asyncio.run(all_of_them())

    def answer(self, *heard: Entry) -> None:
        async def all_at_once() -> None:
            await asyncio.gather(*(self.reception.answer(entry) for entry in heard))

        asyncio.run(all_at_once())


@pytest.fixture
def desk() -> Desk:
    engine = new_engine()
    bot, transcript, screen = NotingBot(engine), Transcript(engine, lambda: NOW), Screen()
    delivery = Delivery({"web": screen})
    _, people, _ = desk_of(engine, transcript, delivery)
    reception = Reception(bot, transcript, delivery, people)
    return Desk(engine, bot, transcript, screen, reception)


def test_a_message_is_stored_before_it_is_answered(desk: Desk) -> None:
    heard, is_new = desk.hear("bonjour", message_id="m-1", locale="fr_CA", account="demo-lyon")
    assert is_new
    assert desk.transcript.unanswered() == [heard]
    assert heard.told == {"channel": "web", "locale": "fr_CA", "account": "demo-lyon"}
    assert desk.bot.heard == []


def test_its_answers_are_stored_and_then_sent(desk: Desk) -> None:
    heard, _ = desk.hear("bonjour")
    desk.answer(heard)
    (said,) = desk.screen.shown
    assert (said.body, said.author, said.language) == (ANSWER, "bot", "fr")
    stored = desk.transcript.since("c-1", 0, 10)
    assert [entry.seq for entry in stored] == [heard.seq, said.seq]
    assert [entry.language for entry in stored] == ["fr", "fr"]
    assert desk.transcript.unanswered() == []


def test_a_message_that_comes_again_is_the_same(desk: Desk) -> None:
    first, _ = desk.hear("bonjour", message_id="m-1")
    again, is_new = desk.hear("bonjour", message_id="m-1")
    assert (again.seq, is_new) == (first.seq, False)
    assert desk.reception.hear(Incoming("c-2", "web", "bonjour", message_id="m-1"))[1]


def test_two_quick_messages_are_answered_in_their_order(desk: Desk) -> None:
    heard = [desk.hear(text)[0] for text in ("one", "two", "three")]
    desk.answer(*heard)
    assert [entry.body["text"] for entry in desk.bot.heard] == ["one", "two", "three"]
    assert len(desk.screen.shown) == 3


def test_nothing_is_sent_before_what_was_stored_earlier(desk: Desk) -> None:
    """A widget that comes back asks for what follows the last entry that it has seen."""
    heard = [desk.hear(text)[0] for text in ("one", "two")]
    desk.answer(heard[0])  # the other one has not begun to be answered
    assert desk.screen.in_order == [heard[0].seq, heard[1].seq, desk.screen.shown[0].seq]
    desk.answer(heard[1])
    stored = [entry.seq for entry in desk.transcript.since("c-1", 0, 10)]
    assert desk.screen.in_order == sorted(desk.screen.in_order) == stored


def test_what_an_earlier_process_left_is_answered(desk: Desk) -> None:
    for text in ("one", "two"):
        desk.hear(text)
    desk.resume()
    assert [entry.body["text"] for entry in desk.bot.heard] == ["one", "two"]
    desk.resume()
    assert len(desk.bot.heard) == 2


def test_what_comes_now_waits_for_all_that_was_left(desk: Desk) -> None:
    for text in ("one", "two", "three"):
        desk.hear(text)
    delivery = Delivery({"web": desk.screen})
    _, people, _ = desk_of(desk.engine, desk.transcript, delivery)
    reception = Reception(desk.bot, desk.transcript, delivery, people)

    async def carry_on_while_somebody_writes() -> None:
        left = [asyncio.create_task(answering) for answering in reception.resume()]
        while not desk.bot.heard:
            await asyncio.sleep(0)
        heard, _ = reception.hear(Incoming("c-1", "web", "four"))
        await asyncio.gather(*left, reception.answer(heard))

    asyncio.run(carry_on_while_somebody_writes())
    assert [entry.body["text"] for entry in desk.bot.heard] == ["one", "two", "three", "four"]


def test_a_turn_that_could_not_be_stored_is_answered_with_an_apology(desk: Desk) -> None:
    desk.bot.fails = True
    heard, _ = desk.hear("bonjour")
    desk.answer(heard)
    assert [entry.body["text"] for entry in desk.screen.shown] == ["Désolé."]
    assert desk.transcript.unanswered() == []


def test_where_nothing_can_be_stored_the_message_waits(desk: Desk) -> None:
    desk.bot.fails = True
    heard, _ = desk.hear("bonjour")

    def fail(*_: Any) -> None:
        raise sa.exc.OperationalError("", {}, Exception("disk full"))

    sa.event.listen(desk.engine, "before_cursor_execute", fail)
    desk.answer(heard)
    sa.event.remove(desk.engine, "before_cursor_execute", fail)
    assert desk.screen.apologies == ["Désolé."]
    assert desk.screen.shown == []
    assert desk.transcript.unanswered() == [heard]


def test_a_message_to_a_channel_that_only_answers_is_not_sent(desk: Desk) -> None:
    heard, _ = desk.reception.hear(Incoming("c-1", "terminal", "bonjour"))
    desk.answer(heard)
    assert desk.screen.shown == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", {"problem": "empty"}),
        (None, {"problem": "empty"}),
        ("a" * 1001, {"problem": "too_long"}),
        ("4111 1111 1111 1111 ok", {"masked": True}),
    ],
)
def test_what_is_wrong_with_a_message_is_told(desk: Desk, text: Any, told: dict[str, Any]) -> None:
    heard, _ = desk.hear(text)
    assert heard.told == {"channel": "web", **told}
    assert "4111" not in heard.body["text"]


def test_a_pressed_button_has_no_problem(desk: Desk) -> None:
    heard, _ = desk.hear("…", payload="/affirm")
    assert heard.told == {"channel": "web", "payload": "/affirm"}


@pytest.mark.parametrize("problem", ["media", "edited", "too_fast"])
def test_what_the_channel_finds_wrong_is_told(desk: Desk, problem: Any) -> None:
    heard, _ = desk.hear("", problem=problem)
    assert heard.told == {"channel": "web", "problem": problem}


def test_what_the_channel_has_done_is_confirmed_and_the_bot_does_not_hear_it(desk: Desk) -> None:
    done = Notice("utter_signed_in", {"minutes": 5}, language="fr")
    heard, _ = desk.hear("•••", done=done)
    desk.answer(heard)
    assert [entry.body["text"] for entry in desk.screen.shown] == ["utter_signed_in"]
    assert desk.bot.heard == []
    assert desk.transcript.unanswered() == []


def test_it_is_confirmed_by_the_next_process_too(desk: Desk) -> None:
    desk.hear("STOP", done=Notice("utter_messages_stopped"))
    desk.resume()
    assert [entry.body["text"] for entry in desk.screen.shown] == ["utter_messages_stopped"]
    assert desk.bot.heard == []


def test_the_first_word_is_the_bots_once(desk: Desk) -> None:
    incoming = Incoming("c-1", "web", "", locale="fr_CA")
    for _ in range(2):
        asyncio.run(desk.reception.greet(incoming))
    assert [entry.body for entry in desk.screen.shown] == [ANSWER]


def test_nothing_is_greeted_in_the_middle(desk: Desk) -> None:
    desk.hear("bonjour")
    asyncio.run(desk.reception.greet(Incoming("c-1", "web", "")))
    assert desk.screen.shown == []
