"""SMS: what people are sent, and what is wrong with an account."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.gsm import segments
from bot.channels.messaging.platform import Message
from bot.channels.messaging.platforms import twilio_sms
from bot.outbound.http import Answer
from bot.outbound.splitting import split
from tests.fakes.twilio import ACCOUNT, TOKEN
from tests.fakes.twilio_sms import FakeTwilioSms

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)
SERVICE = "MG" + "0b" * 16
SETTINGS = {
    "PRORATA_TWILIO_SMS_ACCOUNT": ACCOUNT,
    "PRORATA_TWILIO_SMS_TOKEN": TOKEN,
    "PRORATA_TWILIO_SMS_SERVICE": "",
    "PRORATA_TWILIO_SMS_API": "https://api.twilio.com",
}
SMS = twilio_sms.platform(SETTINGS, lambda: NOW)
FAKE = FakeTwilioSms()
TO = {"to": FAKE.address_of("Luc"), "from": FAKE.ours}


def sent(text: str, to: dict[str, Any] | None = None) -> list[Any]:
    texts = split(text, SMS.capabilities.text, SMS.capabilities.length)
    return [post.form for post in SMS.sender.posts(to or TO, Message("c:7", texts))]


def test_it_is_sent_from_the_number_that_was_written_to() -> None:
    assert sent("Prix : 1 234,56 $") == [
        {"To": "+15145550100", "From": "+18555550199", "Body": "Prix : 1 234,56 $"}
    ]


def test_it_is_sent_by_the_messaging_service() -> None:
    sms = twilio_sms.platform({**SETTINGS, "PRORATA_TWILIO_SMS_SERVICE": SERVICE}, lambda: NOW)
    (post,) = sms.sender.posts(TO, Message("c:7", ("Hello",)))
    assert post.form == {
        "To": "+15145550100",
        "From": "+18555550199",
        "Body": "Hello",
        "MessagingServiceSid": SERVICE,
    }


def test_typography_costs_nothing() -> None:
    assert [form["Body"] for form in sent("You’ll pay « 5 »…")] == ['You\'ll pay "5"...']
    assert [form["Body"] for form in sent("Ça coûte « 5 »…")] == ["Ça coûte « 5 »…"]


def test_a_long_text_is_cut_at_a_sentence() -> None:
    sentence = "Votre abonnement se renouvelle bientôt, et ça change le prix de chaque poste. "
    bodies = [form["Body"] for form in sent(sentence * 8)]
    assert len(bodies) == 2
    assert all(body.endswith("poste.") for body in bodies)


@settings(max_examples=200, derandomize=True)
@given(
    st.text(min_size=1, max_size=5000)
    | st.text(alphabet=st.sampled_from("aé ç🙏€…’.\n"), min_size=1, max_size=5000)
)
def test_every_text_fits(text: str) -> None:
    for form in sent(text):
        assert FAKE.broken(form) is None
        assert segments(form["Body"]) <= 6


def test_nothing_is_sent_where_there_is_nothing_to_say() -> None:
    assert sent(" \n ") == []


def test_nobody_is_shown_that_somebody_writes() -> None:
    assert SMS.sender.typing(TO) is None


# --- setting it up ---
WEBHOOK = "https://bot.example.com/channels/twilio_sms"


def number(**changes: Any) -> dict[str, Any]:
    given = {"phone_number": "+18555550199", "sms_url": WEBHOOK, "sms_method": "POST"}
    return {**given, "sms_application_sid": "", **changes}


def problems(*numbers: dict[str, Any], status: int = 200, service: str = "") -> list[str]:
    sms = twilio_sms.platform({**SETTINGS, "PRORATA_TWILIO_SMS_SERVICE": service}, lambda: NOW)
    answer = Answer(status, {}, {"incoming_phone_numbers": list(numbers)})
    return list(sms.sender.problems(answer, WEBHOOK))


def test_it_asks_which_numbers_there_are() -> None:
    post = SMS.sender.identity()
    assert post.method == "GET"
    assert re.fullmatch(r"https://api\.twilio\.com/.*/IncomingPhoneNumbers\.json\?.*", post.url)


@pytest.mark.parametrize("url", [WEBHOOK, f"{WEBHOOK}#rc=3&rp=all"])
def test_all_is_well(url: str) -> None:
    assert problems(number(sms_url="https://example.com"), number(sms_url=url)) == []


@pytest.mark.parametrize(
    "numbers", [[], [number(sms_url="https://x")], [number(sms_application_sid="AP1")]]
)
def test_no_number_calls_us(numbers: list[dict[str, Any]]) -> None:
    assert problems(*numbers) == [f"No number of the account sends its messages to {WEBHOOK}"]
    assert problems(*numbers, service=SERVICE) == []  # the service may call us


def test_a_number_calls_us_with_get() -> None:
    assert problems(number(sms_method="GET")) == ["+18555550199 must call its webhook with POST"]


def test_twilio_does_not_know_us() -> None:
    (problem,) = problems(status=401)
    assert "PRORATA_TWILIO_SMS_ACCOUNT" in problem
    assert "PRORATA_TWILIO_SMS_TOKEN" in problem
    assert problems(status=503) == ["Twilio answers HTTP 503"]


def test_a_service_that_cannot_be_one() -> None:
    with pytest.raises(ValueError, match="PRORATA_TWILIO_SMS_SERVICE"):
        twilio_sms.platform({**SETTINGS, "PRORATA_TWILIO_SMS_SERVICE": "+1514"}, lambda: NOW)
