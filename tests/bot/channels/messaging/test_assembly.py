"""A message's whole way: webhook, store, bot or people, outbox, platform."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import requests

from bot.channels.messaging.platform import Capabilities
from bot.handoff.hold import ask
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import SECRET, FakeToy
from tests.fakes.platform import Fault

AGENT = 7


def texts(toy: FakeToy, person: str = "Anna") -> list[str]:
    return [said.text for said in toy.seen_by(person)]


def conversation_of(chat: Chat) -> str:
    return chat.said()[-1].conversation


def test_a_message_is_answered(chat: Chat, toy: FakeToy) -> None:
    assert toy.write("Anna", "hello").text == "ok"
    chat.quiet()
    assert texts(toy) == ["« hello »"]
    assert toy.violations == []


def test_each_message_has_a_key_of_its_own(chat: Chat, toy: FakeToy) -> None:
    for text in ("one", "two", "x " * 250):
        toy.write("Anna", text)
    chat.quiet()
    assert len(toy.keys) == len(set(toy.keys)) == 5


def test_a_button_is_pressed(chat: Chat, toy: FakeToy) -> None:
    chat.bot.buttons = [{"title": "Oui", "payload": "/affirm"}]
    toy.write("Anna", "hello")
    chat.quiet()
    ((title, reference),) = toy.seen_by("Anna")[0].choices
    toy.call(toy.press("Anna", title, reference))
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/affirm"


def test_a_platform_that_is_down_gets_everything_later(chat: Chat, toy: FakeToy) -> None:
    toy.faults = [Fault(503), Fault(429, headers={"Retry-After": "20"}), Fault(drops=True)]
    for text in ("one", "two"):
        toy.write("Anna", text)
    chat.quiet()
    assert texts(toy) == ["« one »", "« two »"]
    assert chat.waits == [1.0, 20.0, 4.0]


def test_what_it_refuses_is_known_to_the_desk(chat: Chat, toy: FakeToy) -> None:
    toy.faults = [Fault(404)]
    for text in ("one", "two"):
        toy.write("Anna", text)
    chat.quiet()
    assert texts(toy) == ["« two »"]
    refused = chat.ask(lambda: chat.cursors.refused(chat.bot.heard[-1].conversation))
    answers = [entry for entry in chat.said() if entry.author == "bot"]
    assert refused == {answers[0].seq: "HTTP 404"}


def test_who_has_blocked_us_and_comes_back(chat: Chat, toy: FakeToy) -> None:
    toy.write("Anna", "one")
    chat.quiet()
    toy.blocked.add("Anna")
    toy.write("Anna", "two")
    chat.quiet()
    toy.blocked.clear()
    assert chat.ask(lambda: chat.peers.in_conversation(chat.bot.heard[-1].conversation)).stopped
    toy.write("Anna", "three")
    chat.quiet()
    assert texts(toy) == ["« one »", "« three »"]


def test_people_speak_through_it_too(chat: Chat, toy: FakeToy) -> None:
    toy.write("Anna", "hello")
    chat.quiet()
    conversation = conversation_of(chat)

    def change(hold: Any) -> Any:
        return ask(hold, "person", chat.time.now.timestamp())

    chat.ask(lambda: chat.switchboard.reopen(conversation, change))
    chat.loop.run(chat.agents.claim(conversation, AGENT))
    chat.loop.run(chat.agents.say(conversation, AGENT, "Bonjour, ici Anne.", "m-1"))
    toy.write("Anna", "une question")
    chat.quiet()
    chat.loop.run(chat.agents.hand_back(conversation, AGENT))
    toy.write("Anna", "merci")
    chat.quiet()
    assert texts(toy)[0] == "« hello »"
    assert texts(toy)[1].startswith("utter_agent_joined")
    assert texts(toy)[2] == "Bonjour, ici Anne."
    assert texts(toy)[3].startswith("utter_agent_")
    assert texts(toy)[4:] == ["« merci »"]


def test_one_person_who_cannot_be_reached_keeps_nobody_else(chat: Chat, toy: FakeToy) -> None:
    toy.faults = [Fault(503)]
    toy.write("Anna", "one")
    chat.until(lambda: chat.waits != [])
    toy.write("Ben", "two")
    chat.quiet()
    assert (texts(toy, "Anna"), texts(toy, "Ben")) == (["« one »"], ["« two »"])


def test_slow_answers_show_that_somebody_is_writing(chat: Chat, toy: FakeToy) -> None:
    async def at_once(seconds: float) -> None:
        return None

    chat.messaging._senders["toy"]._sleep = at_once
    with chat.bot.waiting():
        toy.write("Anna", "hello")
        chat.until(lambda: toy.typing == ["Anna"])


def test_a_store_that_fails_for_a_while(chat: Chat, toy: FakeToy) -> None:
    with chat.bot.waiting():
        toy.write("Anna", "hello")
        chat.until(lambda: len(chat.bot.heard) == 1)
    chat.quiet()
    hook = toy.message("Anna", "again")
    with chat.broken_store():
        assert toy.call(hook).status_code == 503
    toy.call(hook)
    chat.sweep()
    chat.quiet()
    assert texts(toy) == ["« hello »", "« again »"]


def test_nothing_of_a_customer_or_a_secret_is_logged(
    chat: Chat, toy: FakeToy, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    toy.faults = [Fault(503), Fault(drops=True), Fault(404)]
    toy.write("Annabelle", "my card is at home")
    toy.call(toy.events(toy.event("Annabelle", text=["not", "text", "Annabelle"])))
    requests.post(toy.webhook, data=b"my card", headers={"X-Toy-Secret": "guess"}, timeout=10)
    chat.quiet()
    assert caplog.records
    said = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith("bot")
    )
    for secret in ("card", "Annabelle", SECRET, "guess"):
        assert secret not in said


def test_nothing_is_kept_in_memory_of_who_was_answered(chat: Chat, toy: FakeToy) -> None:
    for number in range(30):
        toy.write(f"person {number}", "hello")
    chat.quiet()
    chat.until(lambda: not chat.messaging._listeners[0]._answering)
    assert chat.messaging._senders["toy"]._typing == {}
    assert chat.messaging._outboxes["toy"]._carrying == {}


@pytest.mark.parametrize("toy_can", [Capabilities(text=30)])
def test_a_long_answer_is_several_messages_in_order(chat: Chat, toy: FakeToy) -> None:
    toy.write("Anna", "one two three four five six seven eight nine ten")
    chat.quiet()
    assert texts(toy) == ["« one two three four five six", "seven eight nine ten »"]


def test_without_a_platform_there_is_no_route(chat: Chat) -> None:
    assert requests.post(f"{chat.settings.public_url}/channels/none", timeout=10).status_code == 404
