"""Twilio’s signatures, forms and errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging import programmable as twilio
from bot.channels.messaging.platform import Event, Failure, Unverified
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.channels.messaging.platforms.twilio_calls import URL, call, raw_call, recorded
from tests.fakes.twilio import ACCOUNT, TOKEN, sign

NOW = datetime(2026, 11, 22, 17, 0, tzinfo=timezone.utc)


class AnyReceiver(twilio.Receiver):
    """Tells every form that is a message."""

    def _event(self, form: twilio.Form) -> Event:
        return Event("message", form["MessageSid"], form["From"], dict(form))


RECEIVER = AnyReceiver(TOKEN)
FORMS = {**recorded("twilio_sms"), **recorded("twilio_whatsapp")}
FORM = FORMS["text_french"]


# --- signatures ---
@pytest.mark.parametrize("name", FORMS)
def test_a_signed_call_is_twilios(name: str) -> None:
    RECEIVER.verify(call(FORMS[name]))


def test_the_documented_example() -> None:
    """https://www.twilio.com/docs/usage/webhooks/webhooks-security#validating-signatures-from-twilio"""
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675309",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
    }
    signed = call(
        form, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "https://mycompany.com/myapp.php?foo=1&bar=2"
    )
    AnyReceiver("12345").verify(signed)


@pytest.mark.parametrize(
    "tampered",
    [
        call({**FORM, "Body": "5 postes"}, sign(URL, FORM)),
        call({**FORM, "From": "+15145550143"}, sign(URL, FORM)),
        call({**FORM, "Admin": "1"}, sign(URL, FORM)),
        call(FORM, sign(URL, FORM, "another-token")),
        call(FORM, sign("https://bot.example.com/channels/other", FORM)),
        replace(call(FORM), url=f"{URL}?x=1"),
        replace(call(FORM), url="https://[::1/"),
        replace(call(FORM), url=f"{URL}/\ud800"),
        call(FORM, ""),
        call(FORM, "é" * 28),
        call(FORM, "\ud800"),
        call(FORM, sign(URL, FORM).lower()),
        call(FORM, sign(URL, FORM) + ", " + sign(URL, FORM)),
        replace(call(FORM), headers={}),
        replace(call(FORM), body=b""),
        raw_call(b"Body=\xff", sign(URL, {"Body": "\ufffd"})),
        raw_call(b"Body=%FF", sign(URL, {"Body": "\ufffd"})),
        raw_call(b'{"From": "+15145550142"}', sign(URL, {})),
        raw_call(b"&".join(b"a%d=" % n for n in range(201)), sign(URL, {})),
    ],
)
def test_what_is_not_signed_as_it_is_is_refused(tampered: Any) -> None:
    with pytest.raises(Unverified) as refused:
        RECEIVER.verify(tampered)
    assert refused.value.status == 403
    assert "514" not in str(refused.value)


def test_a_field_may_come_several_times() -> None:
    """Twilio signs each value once, in their order: its libraries agree on that."""
    body = b"From=b&From=a&To=c"
    RECEIVER.verify(raw_call(body, sign(URL, {"From": "aFromb", "To": "c"})))
    with pytest.raises(Unverified):
        RECEIVER.verify(raw_call(body, sign(URL, {"From": "b", "To": "c"})))


def test_the_port_may_be_written_or_not() -> None:
    RECEIVER.verify(call(FORM, sign(URL.replace(".com/", ".com:443/"), FORM)))


@settings(max_examples=200, derandomize=True)
@given(st.binary(max_size=200), st.text(max_size=40), st.text(max_size=30))
def test_nothing_but_unverified_is_raised(body: bytes, signature: str, path: str) -> None:
    with pytest.raises(Unverified):
        RECEIVER.verify(raw_call(body, signature, f"https://bot.example.com/{path}"))


# --- forms ---
def test_the_first_value_counts() -> None:
    (event,) = RECEIVER.events(raw_call(b"From=a&From=b&To=c&MessageSid=SM1&Body=x&Body=y"))
    assert isinstance(event, Event)
    assert event.address == {"From": "a", "To": "c", "MessageSid": "SM1", "Body": "x"}


@pytest.mark.parametrize(
    "name", ["progress", "progress_undelivered", "progress_read", "call", "fax"]
)
def test_what_is_no_message_to_us(name: str) -> None:
    assert RECEIVER.events(call(FORMS[name])) == []


@pytest.mark.parametrize(("code", "gone"), [("30005", False), ("21610", True), ("", False)])
def test_a_message_of_ours_that_has_not_arrived(code: str, gone: bool) -> None:
    form = {**FORMS["progress_undelivered"], "ErrorCode": code}
    told = replace(call(form), query={"message": "c-1:7"})
    reason = f"Twilio {code or None}"
    assert RECEIVER.events(told) == [Failure("c-1:7", reason, gone=gone)]
    assert RECEIVER.events(replace(call(FORMS["progress"]), query={"message": "c-1:7"})) == []


@pytest.mark.parametrize("body", [b"\xff\xfe", b"From=%C3%28", b"a&" * 300])
def test_what_is_no_form(body: bytes) -> None:
    with pytest.raises(ValueError):
        RECEIVER.events(raw_call(body))


# --- errors ---
def answer(status: int, code: int | None = None, **headers: str) -> Answer:
    body = {"code": code, "message": "x", "status": status} if code else None
    return Answer(status, headers, body)


@pytest.mark.parametrize("code", [21610, 63014])
def test_who_wants_no_more_is_gone(code: int) -> None:
    with pytest.raises(Gone, match=str(code)):
        twilio.judge(answer(400, code), lambda: NOW)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, 20003),
        (403, None),
        (429, 20429),
        (429, 14107),
        (400, 21611),
        (400, 21606),
        (400, 63007),
        (400, 63018),
        (500, None),
        (503, 20503),
    ],
)
def test_what_passes_is_tried_again(status: int, code: int | None) -> None:
    with pytest.raises(TryAgain):
        twilio.judge(answer(status, code), lambda: NOW)


def test_it_waits_for_as_long_as_twilio_says() -> None:
    with pytest.raises(TryAgain) as later:
        twilio.judge(answer(429, 20429, **{"retry-after": "7"}), lambda: NOW)
    assert later.value.after == 7.0


@pytest.mark.parametrize("code", [21211, 21408, 21612, 21614, 21617, 30003, 63016, 99999])
def test_what_will_never_be_taken(code: int) -> None:
    with pytest.raises(Undeliverable, match=str(code)):
        twilio.judge(answer(400, code), lambda: NOW)


def test_a_message_that_was_taken() -> None:
    for body in ({"sid": "SM1", "status": "queued", "error_code": None}, [], {"code": "x"}):
        twilio.judge(Answer(201, {}, body), lambda: NOW)


def test_a_message_that_was_taken_and_has_failed() -> None:
    with pytest.raises(Undeliverable, match="63016"):
        twilio.judge(Answer(201, {}, {"status": "failed", "error_code": 63016}), lambda: NOW)


# --- the account ---
def test_the_token_is_shown_nowhere() -> None:
    account = twilio.Account.of(ACCOUNT, TOKEN, twilio.API)
    post = account.message({"to": "+15145550142", "from": "+18555550199"}, "x", None)
    assert post.url == f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    assert post.headers["Authorization"].startswith("Basic ")
    for shown in (repr(account), repr(post), post.url):
        assert TOKEN not in shown
        assert post.headers["Authorization"] not in shown


@pytest.mark.parametrize("sid", ["SK" + "0a" * 16, f"{ACCOUNT}/x", ""])
def test_accounts_that_cannot_be(sid: str) -> None:
    with pytest.raises(ValueError, match="Twilio") as error:
        twilio.Account.of(sid, TOKEN, twilio.API)
    assert TOKEN not in str(error.value)
