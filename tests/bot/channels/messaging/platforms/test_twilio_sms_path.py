"""The whole path: Twilio calls, the bot repeats, the outbox sends, people read their SMS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.bot.channels.messaging.harness import Chat, serving
from tests.bot.loop import Loop
from tests.fakes.platform import Fault, Said
from tests.fakes.twilio_sms import FakeTwilioSms

BUTTONS = [
    {"title": "Parler à quelqu’un", "payload": "/request_human"},
    {"title": "Obtenir un prix", "payload": "/request_quote"},
]


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


# --- answered, once ---
def test_a_text_is_answered(chat: Chat, fake: FakeTwilioSms) -> None:
    answer = fake.write("Anna", "3 postes & « ça » ?")
    assert (answer.status_code, answer.text) == (200, "<Response/>")
    assert answer.headers["Content-Type"].startswith("text/xml")
    chat.quiet()
    assert texts(fake) == ["« 3 postes & « ça » ? »"]


def test_what_comes_twice_is_answered_once(chat: Chat, fake: FakeTwilioSms) -> None:
    hook = fake.message("Anna", "3 seats?")
    assert [fake.call(hook).status_code for _ in range(3)] == [200] * 3
    chat.quiet()
    assert texts(fake) == ['"3 seats?"']


def test_a_forged_call_reaches_nobody(chat: Chat, fake: FakeTwilioSms) -> None:
    hook = fake.message("Anna", "3 seats?")
    forged = replace(hook, body=hook.body.replace(b"3", b"4", 1))
    assert fake.call(forged).status_code == 403
    assert fake.call(replace(hook, headers={})).status_code == 403
    chat.quiet()
    assert (texts(fake), chat.bot.heard) == ([], [])


def test_media_is_known_for_what_it_is(chat: Chat, fake: FakeTwilioSms) -> None:
    fake.call(fake.media("Anna"))
    fake.call(fake.media("Anna", "where is it?"))
    chat.quiet()
    assert [heard.told.get("problem") for heard in chat.bot.heard] == ["media", None]
    assert chat.bot.heard[1].body["text"] == "where is it?"


def test_receipts_and_programs_are_not_answered(chat: Chat, fake: FakeTwilioSms) -> None:
    for hook in (fake.receipt("Anna"), fake.message("Anna", "code 1234", From="32665")):
        assert fake.call(hook).status_code == 200
    chat.quiet()
    assert chat.said() == []


# --- numbers ---
def test_choices_are_numbered(chat: Chat, fake: FakeTwilioSms) -> None:
    chat.bot.buttons = BUTTONS
    write(chat, fake, "prix?")
    assert texts(fake) == ['"prix?"\n1. Parler à quelqu\'un\n2. Obtenir un prix']


@pytest.mark.parametrize("typed", ["2", "2.", "Deux", "two", "le 2", "option 2", "#2"])
def test_a_number_is_the_choice(chat: Chat, fake: FakeTwilioSms, typed: str) -> None:
    chat.bot.buttons = BUTTONS
    write(chat, fake, "prix?", typed)
    assert chat.bot.heard[-1].body["text"] == "Obtenir un prix"
    assert chat.bot.heard[-1].told["payload"] == "/request_quote"


@pytest.mark.parametrize("typed", ["3", "2 postes", "2 seats", "Obtenir un prix"])
def test_other_words_are_the_bots_to_read(chat: Chat, fake: FakeTwilioSms, typed: str) -> None:
    chat.bot.buttons = BUTTONS
    write(chat, fake, "prix?", typed)
    assert chat.bot.heard[-1].body["text"] == typed
    assert "payload" not in chat.bot.heard[-1].told


def test_without_choices_a_number_is_a_number(chat: Chat, fake: FakeTwilioSms) -> None:
    """« How many seats? » « 2 »."""
    chat.bot.buttons = BUTTONS
    write(chat, fake, "prix?")
    chat.bot.buttons = []
    write(chat, fake, "2", "2")
    assert [heard.told.get("payload") for heard in chat.bot.heard] == [
        None,
        "/request_quote",
        None,
    ]
    assert chat.bot.heard[-1].body["text"] == "2"


def test_what_is_seen_as_a_choice_can_be_pressed(chat: Chat, fake: FakeTwilioSms) -> None:
    chat.bot.buttons = BUTTONS
    write(chat, fake, "prix?")
    (said,) = fake.seen_by("Anna")
    fake.call(fake.press("Anna", *said.choices[0]))
    chat.quiet()
    assert chat.bot.heard[-1].told["payload"] == "/request_human"


# --- when Twilio falters ---
def test_twilio_is_given_the_time_it_asks_for(chat: Chat, fake: FakeTwilioSms) -> None:
    limit = {"code": 20429, "message": "Too Many Requests", "status": 429}
    fake.faults = [Fault(429, limit, {"Retry-After": "7"}), Fault(503), Fault(drops=True)]
    write(chat, fake, "3 seats?")
    assert texts(fake) == ['"3 seats?"']
    assert 7.0 in chat.waits


def test_a_wrong_token_is_put_right_in_time(chat: Chat, fake: FakeTwilioSms) -> None:
    fake.faults = [Fault(401, {"code": 20003, "message": "Authenticate", "status": 401})]
    write(chat, fake, "3 seats?")
    assert texts(fake) == ['"3 seats?"']


def test_what_will_never_be_taken_holds_nothing_up(chat: Chat, fake: FakeTwilioSms) -> None:
    fake.faults = [Fault(400, {"code": 21614, "message": "not a mobile number", "status": 400})]
    write(chat, fake, "one", "two")
    assert texts(fake) == ['"two"']


def test_what_twilio_took_without_saying_so_comes_twice(chat: Chat, fake: FakeTwilioSms) -> None:
    """It has no key by which it would know: the docs say so."""
    fake.faults = [Fault(drops=True, after=True)]
    write(chat, fake, "one")
    assert texts(fake) == ['"one"', '"one"']


def test_a_process_that_ends_in_between(chat: Chat, fake: FakeTwilioSms) -> None:
    with chat.bot.waiting():
        fake.write("Anna", "one")
        chat.restart()
    chat.quiet()
    assert texts(fake) == ['"one"']


def test_a_long_answer_comes_in_order(chat: Chat, fake: FakeTwilioSms) -> None:
    sentence = "Votre abonnement se renouvelle bientôt. "
    write(chat, fake, sentence * 20)
    first, *others = texts(fake)
    assert first.endswith("bientôt.")
    assert len(others) >= 1
    assert fake.seen_by("Anna") == [Said(text) for text in (first, *others)]


def test_nothing_of_a_person_is_logged(
    chat: Chat, fake: FakeTwilioSms, caplog: pytest.LogCaptureFixture
) -> None:
    fake.faults = [Fault(400, {"code": 21614, "message": "+15145550100 is wrong"}), Fault(500)]
    write(chat, fake, "my-words", "my-words", "STOP")
    assert caplog.records
    for secret in ("514555", "my-words", "the-auth-token"):
        assert secret not in caplog.text
