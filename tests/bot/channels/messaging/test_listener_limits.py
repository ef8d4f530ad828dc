"""Who writes too fast is told so, and who asks for silence gets it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.messaging.platform import Capabilities
from bot.channels.messaging.rates import A_PERSON
from bot.store.transcript import Entry
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import FakeToy

BURST = A_PERSON.burst
OPT_OUT = Capabilities(text=200, opt_out=True)


def do(chat: Chat, toy: FakeToy, person: str = "Anna", **event: Any) -> None:
    toy.call(toy.events(toy.event(person, **event)))
    chat.quiet()


def heard(chat: Chat) -> Entry:
    return chat.bot.heard[-1]


def texts(toy: FakeToy, person: str = "Anna") -> list[str]:
    return [said.text for said in toy.seen_by(person)]


class TestTooFast:
    def test_they_are_told_once_and_then_not_heard(self, chat: Chat, toy: FakeToy) -> None:
        events = [toy.event("Anna", text=f"text {number}") for number in range(2 * BURST)]
        toy.call(toy.events(*events))
        chat.quiet()
        assert texts(toy) == [f"« text {number} »" for number in range(BURST + 1)]
        problems = [entry.told.get("problem") for entry in chat.bot.heard]
        assert problems == [None] * BURST + ["too_fast"]

    def test_a_button_is_told_so_too_and_does_nothing(self, chat: Chat, toy: FakeToy) -> None:
        toy.call(toy.events(*(toy.event("Anna", text=f"text {n}") for n in range(BURST))))
        do(chat, toy, kind="start", text="/start")
        assert heard(chat).told["problem"] == "too_fast"
        assert "payload" not in heard(chat).told

    def test_others_are_heard(self, chat: Chat, toy: FakeToy) -> None:
        toy.call(toy.events(*(toy.event("Anna", text=f"text {n}") for n in range(2 * BURST))))
        do(chat, toy, "Ben", text="hello")
        assert texts(toy, "Ben") == ["« hello »"]

    def test_after_a_while_they_are_heard_again(self, chat: Chat, toy: FakeToy) -> None:
        toy.call(toy.events(*(toy.event("Anna", text=f"text {n}") for n in range(2 * BURST))))
        chat.quiet()
        chat.time.pass_by(20)
        do(chat, toy, text="hello")
        assert heard(chat).body["text"] == "hello"
        assert "problem" not in heard(chat).told

    def test_what_comes_again_does_not_count(self, chat: Chat, toy: FakeToy) -> None:
        toy.call(toy.events(*([toy.event("Anna", text="one", id="m-1")] * 2 * BURST)))
        do(chat, toy, text="two")
        assert texts(toy) == ["« one »", "« two »"]

    def test_nobody_is_kept_from_silence(self, chat: Chat, toy: FakeToy) -> None:
        toy.call(toy.events(*(toy.event("Anna", text=f"text {n}") for n in range(2 * BURST))))
        do(chat, toy, kind="stop", text="STOP")
        assert chat.ask(lambda: chat.peers.in_conversation(heard(chat).conversation)).stopped


@pytest.mark.parametrize("toy_can", [OPT_OUT])
class TestSilence:
    def test_it_is_confirmed_and_obeyed(self, chat: Chat, toy: FakeToy) -> None:
        do(chat, toy, text="hello")
        do(chat, toy, kind="stop", text="STOP")
        do(chat, toy, text="are you there?")
        assert texts(toy) == ["« hello »", "utter_messages_stopped"]
        assert [entry.body["text"] for entry in chat.bot.heard] == ["hello"]

    def test_help_is_given_all_the_same(self, chat: Chat, toy: FakeToy) -> None:
        do(chat, toy, kind="stop", text="STOP")
        do(chat, toy, kind="help", text="HELP")
        assert texts(toy) == ["utter_messages_stopped", "utter_messages_help"]

    def test_they_end_it_themselves(self, chat: Chat, toy: FakeToy) -> None:
        do(chat, toy, kind="stop", text="STOP")
        do(chat, toy, kind="resume", text="START")
        do(chat, toy, text="hello")
        assert texts(toy) == ["utter_messages_stopped", "utter_messages_resumed", "« hello »"]

    def test_a_word_that_comes_again_late_changes_nothing(self, chat: Chat, toy: FakeToy) -> None:
        do(chat, toy, kind="stop", text="STOP", id="m-1")
        do(chat, toy, kind="resume", text="START", id="m-2")
        do(chat, toy, kind="stop", text="STOP", id="m-1")
        do(chat, toy, text="hello")
        assert texts(toy)[-1] == "« hello »"

    def test_a_process_that_ends_before_it_confirms_does_so_later(
        self, chat: Chat, toy: FakeToy
    ) -> None:
        with chat.bot.waiting():
            toy.write("Anna", "hello")
            toy.call(toy.events(toy.event("Anna", kind="stop", text="STOP")))
            chat.restart()
        chat.quiet()
        assert texts(toy) == ["utter_messages_stopped"]
        assert "STOP" not in [entry.body["text"] for entry in chat.bot.heard]
