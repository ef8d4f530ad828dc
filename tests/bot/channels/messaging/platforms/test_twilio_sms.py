"""SMS: who writes what. The forms are in tests/contract/twilio_sms/."""

from __future__ import annotations

from datetime import datetime, timezone
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.platform import Event, Reply
from bot.channels.messaging.platforms import twilio_sms
from tests.bot.channels.messaging.platforms.twilio_calls import (
    ALLOWED,
    CHANGES,
    call,
    changed,
    raw_call,
    recorded,
)
from tests.fakes.twilio import ACCOUNT, TOKEN

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
SETTINGS = {
    "PRORATA_TWILIO_SMS_ACCOUNT": ACCOUNT,
    "PRORATA_TWILIO_SMS_TOKEN": TOKEN,
    "PRORATA_TWILIO_SMS_SERVICE": "",
    "PRORATA_TWILIO_SMS_API": "https://api.twilio.com",
}
SMS = twilio_sms.platform(SETTINGS, lambda: NOW)
FORMS = recorded("twilio_sms")


def heard(name: str, **changes: str | None) -> list[Event]:
    return list(SMS.receiver.events(call(changed(FORMS[name], changes))))


def the_event(name: str, **changes: str | None) -> Event:
    (event,) = heard(name, **changes)
    return event


# --- what comes in ---
def test_a_text() -> None:
    assert the_event("text") == Event(
        "message",
        "SM00000000000000000000000000005101",
        "+18555550199 +14165550142",
        {"to": "+14165550142", "from": "+18555550199"},
        "3 more seats?",
        locale="en-CA",
    )


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("text_french", "message", "allô, ça coûte combien 3 postes de plus? 🙏"),
        ("of_a_service", "message", "How much for 2 + 1 seats & when?"),
        ("picture", "media", ""),
        ("picture_with_caption", "message", "C’est cette licence?"),
        ("empty", "message", ""),
        ("stop", "stop", "Stop"),
        ("arret", "stop", " Arrêt. "),
        ("stop_obeyed", "stop", "STOP"),
        ("start_obeyed", "resume", "yes"),
        ("cancel_to_short_code", "stop", "CANCEL"),
    ],
)
def test_what_people_send(name: str, kind: str, text: str) -> None:
    event = the_event(name)
    assert (event.kind, event.text, event.private, event.choice) == (kind, text, True, None)


@pytest.mark.parametrize(
    "name",
    [
        "progress",
        "progress_undelivered",
        "call",
        "fax",
        "of_a_short_code",
        "of_a_name",
        "help_obeyed",  # Twilio has answered
    ],
)
def test_what_nobody_expects_an_answer_to(name: str) -> None:
    assert heard(name) == []


def test_our_own_number_is_no_person() -> None:
    assert heard("text", From="+18555550199") == []


def test_a_message_that_comes_again_is_the_same() -> None:
    assert the_event("text") == the_event("text")
    assert the_event("text").id != the_event("text_french").id


def test_each_of_our_numbers_has_its_own_conversation() -> None:
    other = the_event("text", To="+15145550199")
    assert other.peer != the_event("text").peer
    assert other.address["from"] == "+15145550199"


# --- keywords ---
@pytest.mark.parametrize("word", ["CANCEL", "END", "QUIT", "annuler"])
def test_twilio_decides_on_words_of_a_conversation(word: str) -> None:
    assert the_event("text", Body=word).kind == "message"
    assert the_event("text", Body=word, OptOutType="STOP").kind == "stop"


def test_a_yes_is_an_answer_that_ends_a_silence() -> None:
    event = the_event("text", Body="Yes")
    assert (event.kind, event.resumes) == ("message", True)
    assert not the_event("text").resumes


def test_an_unknown_opt_out_is_left_to_the_words() -> None:
    assert the_event("text", OptOutType="PAUSE").kind == "message"
    assert the_event("stop", OptOutType="PAUSE").kind == "stop"


@pytest.mark.parametrize(
    ("name", "locale"),
    [("text", "en-CA"), ("text_french", "fr-CA"), ("text_france", "fr-FR"), ("stop", None)],
)
def test_where_a_number_belongs(name: str, locale: str | None) -> None:
    """« STOP » is of both languages: the conversation's is kept."""
    assert the_event(name).locale == locale


@pytest.mark.parametrize(
    ("word", "country", "locale"),
    [("AIDE", "CA", "fr-CA"), ("HELP", "CA", "en-CA"), ("HELP", "FR", "en-FR"), ("AIDE", "", "fr")],
)
def test_a_word_of_one_language_is_answered_in_it(word: str, country: str, locale: str) -> None:
    assert the_event("text_french", Body=word, FromCountry=country).locale == locale


# --- anything else ---
@settings(max_examples=200, derandomize=True)
@given(st.sampled_from(sorted(FORMS)), CHANGES)
def test_forms_that_make_no_sense(name: str, changes: dict[str, str | None]) -> None:
    try:
        events = heard(name, **changes)
    except ALLOWED:
        return
    assert all(event.id and event.peer and event.address["to"] for event in events)


@settings(max_examples=200, derandomize=True)
@given(st.binary(max_size=300))
def test_bodies_that_make_no_sense(body: bytes) -> None:
    try:
        assert list(SMS.receiver.events(raw_call(body))) == []
    except ALLOWED:
        return


def test_the_webhook_says_nothing_itself() -> None:
    assert SMS.receiver.acknowledgement() == Reply("<Response/>", "text/xml")
    assert SMS.receiver.handshake(call(FORMS["text"])) is None


def test_recorded_forms_are_whole() -> None:
    for name, form in FORMS.items():
        assert dict(parse_qsl(call(form).body.decode(), keep_blank_values=True)) == form, name
