from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.messaging.platform import Event, Unreadable, Unverified
from bot.channels.messaging.platforms import messenger
from bot.outbound.http import Answer
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from tests.bot.channels.conftest import NOW
from tests.bot.channels.messaging.platforms.graph_calls import (
    ALLOWED,
    JSON,
    call,
    call_of,
    handshake,
    mutated,
    read_what_can_be,
    recorded,
    refusal,
    without_places,
)
from tests.fakes.messenger import PAGE, FakeMessenger

PAYLOADS = recorded("messenger")
MID = "m_5xr6wzN8c0dEj5x1dVzRk3Zr8lnOe9hV9Pbqz0Xc3lqj2Vt1oQm7yDqkq9wQm9oVv5uT7kNnC1uFhGqXn0bQ"
ANNA = "6745612345678901"
HOOK = "https://bot.example.com/channels/messenger"


AT_META = {"PRORATA_MESSENGER_API": "https://graph.facebook.com/v25.0"}
MADE = messenger.platform(FakeMessenger().settings() | AT_META, lambda: NOW)
RECEIVER, SENDER = MADE.receiver, MADE.sender


def event(kind: Any, text: str = "", **changed: Any) -> Event:
    known = Event(kind, MID, f"{PAGE}:{ANNA}", {"id": ANNA}, text=text)
    return replace(known, **changed)


EVENTS = {
    "text": [event("message", "Bonjour, j’ai besoin de 3 postes de plus 🙂")],
    "quick_reply": [event("choice", "Talk to sales", choice="1234.0.Zm9vYmFyYmF6cXV1eABCDE")],
    "get_started": [event("start", "Get Started")],
    "ice_breaker": [
        event(
            "choice", "How do I add seats?", choice="HOW_TO_ADD", id="1763820000123:HOW_TO_ADD"
        )
    ],
    "image": [event("media")],
    "image_with_caption": [event("message", "is this the page?")],
    "sticker": [event("media")],
    "voice": [event("media")],
    "shared_link": [event("message", "https://www.example.com/seats")],
    "reply_to": [event("message", "this one")],
    "unsupported": [event("media")],
    "edit": [event("edit", "5 seats, not 3", id=f"{MID}:1")],
    "batch": [
        event("message", "one", id=f"{MID}1"),
        event(
            "message", "two", id=f"{MID}2", peer=f"{PAGE}:7012345678901234",
            address={"id": "7012345678901234"},
        ),
        event("message", "three", id=f"{MID}3"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_a_recorded_payload(name: str) -> None:
    """What is not listed expects no answer."""
    assert list(RECEIVER.events(call_of(PAYLOADS[name]))) == EVENTS.get(name, [])


def test_every_expected_event_is_of_a_recorded_payload() -> None:
    assert set(EVENTS) < set(PAYLOADS)


def test_a_call_that_comes_again_has_the_same_events() -> None:
    first = RECEIVER.events(call_of(PAYLOADS["text"]))
    again = {**PAYLOADS["text"], "entry": [{**PAYLOADS["text"]["entry"][0], "time": 1763820099999}]}

    assert RECEIVER.events(call_of(again)) == first


def test_an_echo_is_known_by_its_mark_too() -> None:
    """Answering ourselves would never end."""
    item = PAYLOADS["text"]["entry"][0]["messaging"][0]
    echo = {**item, "message": {**item["message"], "is_echo": True}}

    assert RECEIVER.events(call_of({"object": "page", "entry": [{"messaging": [echo]}]})) == []


def test_one_odd_event_does_not_take_the_others_down() -> None:
    value = PAYLOADS["batch"]
    odd = {"messaging": [{"sender": {"id": 5}, "recipient": {"id": PAGE}, "message": "what"}, 7]}
    with_odd = {**value, "entry": [odd, 3, {"messaging": {}}, *value["entry"]]}

    odd_ones = [Unreadable("TypeError")] * 2
    assert without_places(RECEIVER.events(call_of(with_odd))) == odd_ones + EVENTS["batch"]


def test_what_is_not_signed_is_refused() -> None:
    with pytest.raises(Unverified):
        RECEIVER.verify(call(b"{}", "sha256=00"))
    with pytest.raises(Unverified):
        RECEIVER.verify(handshake(verify_token="wrong", challenge="1"))


@pytest.mark.parametrize("body", [b"", b"no JSON", b"\xff", b"[]", b"null", b"3", b'"page"'])
def test_a_body_that_is_not_messengers(body: bytes) -> None:
    with pytest.raises(ALLOWED):
        RECEIVER.events(call(body))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(mutated(PAYLOADS))
def test_a_payload_with_something_odd_in_it(value: Any) -> None:
    read_what_can_be(RECEIVER, value)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(JSON)
def test_any_json(value: Any) -> None:
    read_what_can_be(RECEIVER, value)
    read_what_can_be(RECEIVER, {"object": "page", "entry": [{"messaging": [value]}]})


# --- what the API answers ---


def test_what_was_taken_is_done() -> None:
    SENDER.judge(Answer(200, {}, {"recipient_id": ANNA, "message_id": MID}))


@pytest.mark.parametrize(("code", "subcode"), [(551, 1545041), (551, None), (100, 2018001)])
def test_who_has_blocked_us_is_gone(code: int, subcode: int | None) -> None:
    with pytest.raises(Gone):
        SENDER.judge(refusal(code, subcode))


@pytest.mark.parametrize("subcode", [2018065, 2018108, 2018278])
def test_after_24_hours_nothing_can_be_said(subcode: int) -> None:
    with pytest.raises(Undeliverable) as refused:
        SENDER.judge(refusal(10, subcode, status=403))

    assert str(refused.value) == f"Graph 10.{subcode}: 24 hours since their last message are over"


@pytest.mark.parametrize(
    ("code", "status"), [(4, 403), (613, 400), (2, 500), (190, 401), (10, 403)]
)
def test_limits_faults_and_tokens_pass(code: int, status: int) -> None:
    with pytest.raises(TryAgain):
        SENDER.judge(refusal(code, status=status))


# --- setting it up ---


def described(**changed: Any) -> Answer:
    fields = {"data": [{"id": "1", "subscribed_fields": list(messenger._NEEDED_FIELDS)}]}
    return Answer(200, {}, {"id": PAGE, "name": "Prorata", "subscribed_apps": fields, **changed})


def test_all_is_well() -> None:
    assert SENDER.problems(described(), HOOK) == []


def test_another_pages_token() -> None:
    (problem,) = SENDER.problems(described(id="999"), HOOK)
    assert "PRORATA_MESSENGER_PAGE" in problem


@pytest.mark.parametrize("apps", [None, [], {"data": []}, {"data": [{"subscribed_fields": None}]}])
def test_a_page_that_is_subscribed_to_nothing(apps: Any) -> None:
    problems = SENDER.problems(described(subscribed_apps=apps), HOOK)
    assert [problem.split()[-1] for problem in problems] == list(messenger._NEEDED_FIELDS)


def test_a_token_that_is_not_valid() -> None:
    (problem,) = SENDER.problems(refusal(190, status=401), HOOK)
    assert "not valid" in problem


def test_asking_who_we_are_changes_nothing() -> None:
    assert SENDER.identity().method == "GET"


def test_typing() -> None:
    post = SENDER.typing({"id": ANNA})

    assert post is not None
    assert post.json == {"recipient": {"id": ANNA}, "sender_action": "typing_on"}


def test_any_text_of_a_message_is_the_events(  # the reception is what makes sense of it
) -> None:
    @settings(derandomize=True, max_examples=50, deadline=None)
    @given(st.text(min_size=1))
    def same(text: str) -> None:
        value = PAYLOADS["reply_to"]["entry"][0]["messaging"][0]
        item = {**value, "message": {"mid": MID, "text": text}}
        (read,) = RECEIVER.events(call_of({"object": "page", "entry": [{"messaging": [item]}]}))
        assert read == event("message", text)

    same()
