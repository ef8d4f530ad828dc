"""The whole path: WhatsApp through Twilio, to a bot that repeats, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.platform import Fault
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp

BUTTONS = [
    {"title": "Talk to a person", "payload": "/request_human"},
    {"title": "Get a price", "payload": "/request_quote"},
]


@pytest.fixture
def fake() -> FakeTwilioWhatsapp:
    return FakeTwilioWhatsapp()


@pytest.fixture
def chat(loop: Loop, fake: FakeTwilioWhatsapp) -> Iterator[Chat]:
    with serving(loop, fake) as chat:
        yield chat
        assert fake.violations == []


def texts(fake: FakeTwilioWhatsapp, person: str = "Anna") -> list[str]:
    return [said.text for said in fake.seen_by(person)]


def test_a_text_is_answered_once(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    hook = fake.message("Anna", "« 3 postes » ?")
    assert [fake.call(hook).text for _ in range(2)] == ["<Response/>"] * 2
    chat.quiet()
    assert texts(fake) == ["« « 3 postes » ? »"]


@pytest.mark.parametrize("typed", ["2", "two", "deux", "le 2"])
def test_a_number_is_the_choice(chat: Chat, fake: FakeTwilioWhatsapp, typed: str) -> None:
    chat.bot.buttons = BUTTONS
    fake.write("Anna", "hello")
    chat.quiet()
    assert texts(fake) == ["« hello »\n1. Talk to a person\n2. Get a price"]
    fake.write("Anna", typed)
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/request_quote"


def test_a_button_of_a_template_is_its_title(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    fake.call(fake.template_button("Anna", "Oui, merci", "renewal-yes"))
    chat.quiet()
    assert chat.bot.heard[-1].body["text"] == "Oui, merci"
    assert "payload" not in chat.bot.heard[-1].told


def test_media_and_places(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    fake.call(fake.media("Anna", kind="audio/ogg"))
    fake.call(fake.location("Ben"))
    fake.call(fake.receipt("Anna", "read"))
    chat.quiet()
    assert [heard.told.get("problem") for heard in chat.bot.heard] == ["media", "media"]


def test_stop_is_a_word_like_others(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    fake.write("Anna", "STOP")
    chat.quiet()
    assert texts(fake) == ["« STOP »"]


def test_an_answer_after_a_day_is_not_taken(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    with chat.bot.waiting():
        fake.write("Anna", "one")
        chat.until(lambda: len(chat.bot.heard) == 1)
        chat.time.pass_by(timedelta(hours=25).total_seconds())
    chat.quiet()
    assert texts(fake) == []
    answer = chat.said()[-1]
    refused = chat.ask(lambda: chat.cursors.refused(answer.conversation))
    assert "63016" in refused[answer.seq]


def test_who_has_blocked_us_is_left_alone_until_they_write(
    chat: Chat, fake: FakeTwilioWhatsapp
) -> None:
    fake.write("Anna", "one")
    chat.quiet()
    fake.blocked.add("Anna")
    fake.write("Anna", "two")
    chat.quiet()
    fake.blocked.clear()
    fake.write("Anna", "three")
    chat.quiet()
    assert texts(fake) == ["« one »", "« three »"]


def test_twilio_is_given_the_time_it_asks_for(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    fake.faults = [Fault(429, {"code": 63018, "status": 429}, {"Retry-After": "9"}), Fault(500)]
    fake.write("Anna", "one")
    chat.quiet()
    assert texts(fake) == ["« one »"]
    assert 9.0 in chat.waits


def test_two_people_are_two_conversations(chat: Chat, fake: FakeTwilioWhatsapp) -> None:
    fake.write("Anna", "one")
    fake.write("Luc", "two")
    chat.quiet()
    assert (texts(fake, "Anna"), texts(fake, "Luc")) == (["« one »"], ["« two »"])
