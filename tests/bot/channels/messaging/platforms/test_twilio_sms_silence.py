"""STOP, START and HELP, from Twilio’s call to the SMS that people read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.twilio_sms import FakeTwilioSms

STOPPED, RESUMED = "utter_messages_stopped", "utter_messages_resumed"
HELP = "utter_messages_help"


@pytest.fixture
def fake() -> FakeTwilioSms:
    return FakeTwilioSms()


@pytest.fixture
def chat(loop: Loop, fake: FakeTwilioSms) -> Iterator[Chat]:
    with serving(loop, fake) as chat:
        yield chat
        assert fake.violations == []


def texts(fake: FakeTwilioSms, person: str = "Anna") -> list[str]:
    return [said.text for said in fake.seen_by(person)]


def write(chat: Chat, fake: FakeTwilioSms, *messages: str) -> None:
    """One after the other, each answered, by somebody who takes their time."""
    for message in messages:
        assert fake.write("Anna", message).status_code == 200
        chat.quiet()
        chat.time.pass_by(60)


def test_stop_is_confirmed_and_obeyed(chat: Chat, fake: FakeTwilioSms) -> None:
    write(chat, fake, "one", "STOP", "two", "HELP", "three")
    assert texts(fake) == ['"one"', STOPPED, HELP]
    assert [heard.body["text"] for heard in chat.bot.heard] == ["one"]


def test_start_ends_the_silence(chat: Chat, fake: FakeTwilioSms) -> None:
    write(chat, fake, "Arrêt", "one", "START", "two")
    assert texts(fake) == [STOPPED, RESUMED, '"two"']


def test_a_yes_ends_the_silence_and_else_is_an_answer(chat: Chat, fake: FakeTwilioSms) -> None:
    write(chat, fake, "yes", "stop", "yes", "one")
    assert texts(fake) == ['"yes"', STOPPED, '"yes"', '"one"']


@pytest.mark.parametrize(
    ("word", "language"), [("ARRET", "fr"), ("AIDE", "fr"), ("HELP", "en"), ("STOP", "fr")]
)
def test_a_word_is_answered_in_its_language(
    chat: Chat, fake: FakeTwilioSms, word: str, language: str
) -> None:
    """The conversation is in French, and so is the answer to « STOP », which is of both."""
    write(chat, fake, "hello", word)
    assert chat.said()[-1].language == language


def test_a_word_is_answered_once(chat: Chat, fake: FakeTwilioSms) -> None:
    """STOP that comes again late does not end what START has begun."""
    stop = fake.message("Anna", "STOP")
    fake.call(stop)
    chat.quiet()
    write(chat, fake, "START")
    fake.call(stop)
    write(chat, fake, "one")
    assert texts(fake) == [STOPPED, RESUMED, '"one"']


def test_twilio_obeys_words_itself(loop: Loop) -> None:
    """Its default on long numbers: what we say to who has stopped is refused, START mends it."""
    fake = FakeTwilioSms(obeys_words=True)
    with serving(loop, fake) as chat:
        write(chat, fake, "one", "CANCEL", "two", "START", "three")
    assert [text for text in texts(fake) if not text.startswith("You have")] == [
        '"one"',
        RESUMED,
        '"three"',
    ]
    assert [heard.body["text"] for heard in chat.bot.heard] == ["one", "CANCEL", "three"]


def test_twilio_obeys_words_and_says_so(loop: Loop) -> None:
    fake = FakeTwilioSms(obeys_words=True, says_so=True)
    with serving(loop, fake) as chat:
        write(chat, fake, "HELP", "CANCEL", "two", "YES", "three")
    assert texts(fake) == [
        "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
        "You have successfully been unsubscribed. Reply START to resubscribe.",
        "You have successfully been re-subscribed.",
        RESUMED,
        '"three"',
    ]
    assert [heard.body["text"] for heard in chat.bot.heard] == ["three"]
