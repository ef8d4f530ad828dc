"""Is it Slack who calls?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.messaging.platform import Call, Unverified
from bot.channels.messaging.platforms.slack import platform
from tests.bot.channels.messaging.platforms.slack_calls import (
    RECEIVER,
    SETTINGS,
    TIME,
    call_of,
    form_call,
    json_call,
)
from tests.bot.channels.web.harness import Time
from tests.fakes.slack import FakeSlack, recorded


@pytest.fixture
def slack() -> FakeSlack:
    fake = FakeSlack()
    fake.clock = TIME
    return fake


# --- verification ---
def test_what_slack_has_signed_is_verified(slack: FakeSlack) -> None:
    RECEIVER.verify(call_of(slack.message("Anna", "3 postes de plus, ça coûte combien?")))
    RECEIVER.verify(call_of(slack.press("Anna", "Oui", "1.0.x")))
    RECEIVER.verify(call_of(slack.again(slack.message("Anna", "hello"), 2)))


def test_the_example_of_the_documentation() -> None:
    """https://docs.slack.dev/authentication/verifying-requests-from-slack"""
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": "1531420618",
        "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    }
    call = Call("POST", "https://chat.example.com/channels/slack", headers, {}, body)
    then = Time(now=Time().now.fromtimestamp(1531420618, Time().now.tzinfo))
    receiver = platform(SETTINGS, then).receiver
    receiver.verify(call)
    with pytest.raises(Unverified):
        receiver.verify(replace(call, body=body + b"&"))


@pytest.mark.parametrize(
    "headers",
    [
        {"x_slack_signature": ""},
        {"x_slack_request_timestamp": ""},
        {"x_slack_signature": "v0=" + "0" * 64},
        {"x_slack_signature": "v0=é" + "0" * 63},
        {"x_slack_signature": "v1=" + "0" * 64},
        {"x_slack_signature": "v0=" + "0" * 64 + "\n"},
        {"x_slack_request_timestamp": "now"},
        {"x_slack_request_timestamp": "-1"},
        {"x_slack_request_timestamp": "1_000"},
        {"x_slack_request_timestamp": "١٢٣"},
        {"x_slack_request_timestamp": "1779459600, 1779459600"},
        {"x_slack_request_timestamp": "9" * 5000},
    ],
)
def test_headers_that_slack_does_not_send(slack: FakeSlack, headers: dict[str, str]) -> None:
    with pytest.raises(Unverified):
        RECEIVER.verify(call_of(slack.message("Anna", "hello"), **headers))


def test_a_signature_is_of_this_body_and_this_time(slack: FakeSlack) -> None:
    hook = slack.message("Anna", "hello")
    for body in (hook.body + b" ", hook.body.replace(b"hello", b"hallo"), b"", b"\xff\xfe"):
        with pytest.raises(Unverified):
            RECEIVER.verify(replace(call_of(hook), body=body))
    stamp = str(int(hook.headers["X-Slack-Request-Timestamp"]) + 1)
    with pytest.raises(Unverified):
        RECEIVER.verify(call_of(hook, x_slack_request_timestamp=stamp))


def test_another_app_s_secret_signs_nothing(slack: FakeSlack) -> None:
    other = platform(SETTINGS | {"PRORATA_SLACK_SIGNING_SECRET": "another" * 5}, TIME).receiver
    with pytest.raises(Unverified):
        other.verify(call_of(slack.message("Anna", "hello")))


@pytest.mark.parametrize(("minutes", "taken"), [(-6, False), (-4, True), (4, True), (6, False)])
def test_a_call_is_good_for_five_minutes(minutes: int, taken: bool) -> None:
    time, slack = Time(), FakeSlack()
    slack.clock = lambda: time.now - timedelta(minutes=minutes)
    receiver = platform(SETTINGS, time).receiver
    call = call_of(slack.message("Anna", "hello"))
    if taken:
        receiver.verify(call)
    else:
        with pytest.raises(Unverified):
            receiver.verify(call)


# --- how Slack tests an address ---
def test_the_challenge_is_given_back() -> None:
    payload = recorded("url_verification")
    reply = RECEIVER.handshake(json_call(payload))
    assert reply is not None
    assert (reply.body, reply.content_type) == (payload["challenge"], "text/plain")
    assert RECEIVER.events(json_call(payload)) == ()


@pytest.mark.parametrize(
    "payload",
    [
        recorded("message_im"),
        {"type": "url_verification"},
        {"type": "url_verification", "challenge": 3},
        {"type": "url_verification", "challenge": "\ud800"},
        {"type": ["url_verification"], "challenge": "x"},
        {"challenge": "x"},
        ["url_verification"],
        None,
    ],
)
def test_nothing_else_is_given_back(payload: Any) -> None:
    assert RECEIVER.handshake(json_call(payload)) is None
    assert RECEIVER.handshake(form_call(payload)) is None


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff", b"payload", b"9" * 5000])
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_a_body_that_is_none_gets_no_answer(body: bytes, kind: str) -> None:
    call = Call("POST", "https://chat.example.com/", {"content-type": kind}, {}, body)
    assert RECEIVER.handshake(call) is None


def test_an_event_is_acknowledged_with_nothing() -> None:
    assert RECEIVER.acknowledgement().body == ""
