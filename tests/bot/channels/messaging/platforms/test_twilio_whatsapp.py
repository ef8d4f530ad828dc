"""WhatsApp through Twilio. The forms are in tests/contract/twilio_whatsapp/."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.platform import Event, Message, Reply
from bot.channels.messaging.platforms import twilio_whatsapp
from bot.outbound.http import Answer
from bot.outbound.splitting import split
from tests.bot.channels.messaging.platforms.twilio_calls import (
    ALLOWED,
    CHANGES,
    call,
    changed,
    raw_call,
    recorded,
)
from tests.fakes.twilio import ACCOUNT, TOKEN
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
SETTINGS = {
    "PRORATA_TWILIO_WHATSAPP_ACCOUNT": ACCOUNT,
    "PRORATA_TWILIO_WHATSAPP_TOKEN": TOKEN,
    "PRORATA_TWILIO_WHATSAPP_API": "https://api.twilio.com",
}
WHATSAPP = twilio_whatsapp.platform(SETTINGS, lambda: NOW)
FORMS = recorded("twilio_whatsapp")
FAKE = FakeTwilioWhatsapp()
TO = {"to": FAKE.address_of("Luc"), "from": FAKE.ours}
WEBHOOK = "https://bot.example.com/channels/twilio_whatsapp"


def heard(name: str, **changes: str | None) -> list[Event]:
    return list(WHATSAPP.receiver.events(call(changed(FORMS[name], changes))))


def the_event(name: str, **changes: str | None) -> Event:
    (event,) = heard(name, **changes)
    return event


# --- what comes in ---
def test_a_text() -> None:
    assert the_event("text") == Event(
        "message",
        "SM00000000000000000000000000007101",
        "whatsapp:+18555550199 whatsapp:+15145550142",
        {"to": "whatsapp:+15145550142", "from": "whatsapp:+18555550199"},
        "Bonjour, ça coûte combien *3 postes* de plus ? 🙏",
    )


@pytest.mark.parametrize(
    ("name", "kind", "text", "choice"),
    [
        ("reply_to", "message", "celui-ci", None),
        ("forwarded", "message", "How do I add seats?", None),
        ("from_an_ad", "message", "Hello, I saw your ad", None),
        ("template_button", "choice", "Oui, merci", "renewal-yes"),
        ("list_reply", "choice", "A price for more seats", "item-2"),
        ("image", "media", "", None),
        ("image_with_caption", "message", "Is this the right licence?", None),
        ("voice", "media", "", None),
        ("document", "media", "facture.pdf", None),
        ("sticker", "media", "", None),
        ("contact", "media", "", None),
        ("location", "media", "", None),
        ("of_a_user_id", "message", "3 more seats?", None),
    ],
)
def test_what_people_send(name: str, kind: str, text: str, choice: str | None) -> None:
    event = the_event(name)
    assert (event.kind, event.text, event.choice) == (kind, text, choice)
    assert event.private
    assert "Zoé" not in repr(event)  # nobody needs to know the name


@pytest.mark.parametrize("name", ["reaction", "progress_read"])
def test_what_nobody_expects_an_answer_to(name: str) -> None:
    assert heard(name) == []


def test_a_document_with_a_caption() -> None:
    assert the_event("document", Body="is this invoice right?").kind == "message"


@pytest.mark.parametrize(
    "changes",
    [
        {"From": "+15145550142"},
        {"From": "whatsapp:+18555550199"},
        {"From": "whatsapp:+1514\n555"},
        {"From": "messenger:1234"},
        {"To": "+18555550199"},
        {"To": None},
        {"MessageSid": ""},
    ],
)
def test_other_channels_and_ourselves(changes: dict[str, str | None]) -> None:
    assert heard("text", **changes) == []


@pytest.mark.parametrize("word", ["STOP", "ARRET", "HELP", "START"])
def test_there_are_no_keywords(word: str) -> None:
    assert the_event("text", Body=word).kind == "message"


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
        assert list(WHATSAPP.receiver.events(raw_call(body))) == []
    except ALLOWED:
        return


def test_the_webhook_says_nothing_itself() -> None:
    assert WHATSAPP.receiver.acknowledgement() == Reply("<Response/>", "text/xml")
    assert WHATSAPP.receiver.handshake(call(FORMS["text"])) is None


# --- what goes out ---
def sent(text: str, **more: Any) -> list[Any]:
    texts = split(text, WHATSAPP.capabilities.text, WHATSAPP.capabilities.length)
    return [post.form for post in WHATSAPP.sender.posts(TO, Message("c:7", texts, **more))]


def test_it_is_sent_from_the_number_that_was_written_to() -> None:
    assert sent("Prix : 5 $ « net »") == [
        {
            "To": "whatsapp:+15145550100",
            "From": "whatsapp:+18555550199",
            "Body": "Prix : 5 $ « net »",
        }
    ]


def test_the_amount_of_a_quote_is_bold() -> None:
    quote = {"total": "1234.56"}
    (form,) = sent("1 234,56 $ à payer\nCalcul : 3 × 411,52 $", quote=quote)
    assert form["Body"] == "*1 234,56 $ à payer*\nCalcul : 3 × 411,52 $"


def test_nothing_becomes_markup() -> None:
    (form,) = sent("*now* and _then_")
    assert "*now*" not in form["Body"]
    assert "_then_" not in form["Body"]


@settings(max_examples=200, derandomize=True)
@given(
    st.text(min_size=1, max_size=5000)
    | st.text(alphabet=st.sampled_from("aé ç🙏*_~…’.\n"), min_size=1, max_size=5000),
    st.booleans(),
)
def test_every_text_fits(text: str, is_quote: bool) -> None:
    for form in sent(text, quote={"total": "1"} if is_quote else None):
        assert FAKE.broken(form) is None


def test_nothing_is_sent_where_there_is_nothing_to_say() -> None:
    assert sent(" \n ") == []


def test_nobody_is_shown_that_somebody_writes() -> None:
    assert WHATSAPP.sender.typing(TO) is None


# --- setting it up ---
def problems(status: int, body: Any) -> list[str]:
    return list(WHATSAPP.sender.problems(Answer(status, {}, body), WEBHOOK))


def test_it_asks_for_the_account() -> None:
    post = WHATSAPP.sender.identity()
    assert (post.method, post.url) == (
        "GET",
        f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}.json",
    )


def test_what_is_wrong_with_the_account() -> None:
    assert problems(200, {"status": "active"}) == []
    assert problems(200, {"status": "suspended"}) == ["Twilio says that the account is suspended"]
    assert problems(200, None) == ["Twilio answers HTTP 200"]
    (problem,) = problems(401, None)
    assert "PRORATA_TWILIO_WHATSAPP_ACCOUNT" in problem
