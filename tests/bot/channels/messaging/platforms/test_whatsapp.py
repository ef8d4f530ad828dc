from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from bot.channels.messaging.platform import Event, Unreadable, Unverified
from bot.channels.messaging.platforms import whatsapp
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
    without_places,
)
from tests.fakes.whatsapp import NUMBER_ID, FakeWhatsApp

PAYLOADS = recorded("whatsapp")
WAMID = "wamid.HBgLMTUxNDU1NTAxNDIVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA="
NUMBER, USER = "15145550142", "CA.13491208655302741918"
AT_META = {"PRORATA_WHATSAPP_API": "https://graph.facebook.com/v25.0"}


RECEIVER = whatsapp.platform(FakeWhatsApp().settings() | AT_META, lambda: NOW).receiver


def event(kind: Any, text: str = "", **changed: Any) -> Event:
    address = {"to": NUMBER, "message": WAMID}
    return replace(Event(kind, WAMID, f"{NUMBER_ID}:{USER}", address, text=text), **changed)


def numbered(last: str) -> dict[str, Any]:
    return {"id": WAMID + last, "address": {"to": NUMBER, "message": WAMID + last}}


EVENTS = {
    "text": [event("message", "Bonjour, j’ai besoin de 3 postes de plus 🙂")],
    "reply_to": [event("message", "this one")],
    "button_reply": [event("choice", "Talk to sales", choice="1234.0.Zm9vYmFyYmF6cXV1eABCDE")],
    "list_reply": [
        event("choice", "Comment marche le prorata ?", choice="1234.1.Zm9vYmFyYmF6cXV1eABCDE")
    ],
    "template_button": [event("choice", "Yes", choice="yes")],
    "image": [event("media")],
    "image_with_caption": [event("message", "is this the page?")],
    "document": [event("media")],
    "voice": [event("media")],
    "sticker": [event("media")],
    "location": [event("media")],
    "contacts": [event("media")],
    "poll": [event("media")],
    "edit": [event("edit", "5 seats, not 3")],
    "request_welcome": [event("start")],
    "username": [event("message", "Bonjour", address={"recipient": USER, "message": WAMID})],
    "before_usernames": [event("message", "hello", peer=f"{NUMBER_ID}:{NUMBER}")],
    "batch": [
        event("message", "one", **numbered("1")),
        event(
            "message",
            "two",
            id=f"{WAMID}2",
            peer=f"{NUMBER_ID}:FR.1",
            address={"to": "33755501234", "message": f"{WAMID}2"},
        ),
        event("message", "three", **numbered("3")),
    ],
}


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_a_recorded_payload(name: str) -> None:
    """What is not listed expects no answer."""
    assert list(RECEIVER.events(call_of(PAYLOADS[name]))) == EVENTS.get(name, [])


def test_every_expected_event_is_of_a_recorded_payload() -> None:
    assert set(EVENTS) < set(PAYLOADS)


def of(message: dict[str, Any]) -> list[Event]:
    value = PAYLOADS["text"]["entry"][0]["changes"][0]["value"]
    sent = {**value, "messages": [{**value["messages"][0], **message}]}
    change = {"field": "messages", "value": sent}
    body = {"object": "whatsapp_business_account", "entry": [{"changes": [change]}]}
    return list(RECEIVER.events(call_of(body)))


def test_a_number_that_is_told_later_does_not_make_another_person() -> None:
    (hidden,), (told,) = of({"from": None}), of({})

    assert hidden.peer == told.peer
    assert (hidden.address.get("to"), told.address.get("to")) == (None, NUMBER)


def test_a_changed_caption_is_an_edit() -> None:
    edit = {"original_message_id": WAMID, "message": {"type": "image", "image": {"caption": "so"}}}

    assert of({"type": "edit", "edit": edit}) == [event("edit", "so")]


@pytest.mark.parametrize("content", [None, {}, {"type": "gif"}])
def test_what_whatsapp_does_not_pass_on_is_media(content: Any) -> None:
    assert of({"type": "unsupported", "unsupported": content}) == [event("media")]


def test_one_odd_event_does_not_take_the_others_down() -> None:
    value = PAYLOADS["batch"]["entry"][0]["changes"]
    odd = {"field": "messages", "value": {**value[0]["value"], "messages": [3, {"type": "text"}]}}
    changes = [{"changes": [odd, 5, {"field": "messages", "value": []}, *value]}, "x"]

    read = RECEIVER.events(call_of({"object": "whatsapp_business_account", "entry": changes}))

    odd_ones = [Unreadable("AttributeError"), Unreadable("TypeError")]
    assert without_places(read) == odd_ones + EVENTS["batch"]


def test_what_is_not_signed_is_refused() -> None:
    with pytest.raises(Unverified):
        RECEIVER.verify(call(b"{}", "sha256=00"))
    with pytest.raises(Unverified):
        RECEIVER.verify(handshake(verify_token="wrong", challenge="1"))


@pytest.mark.parametrize("body", [b"", b"no JSON", b"\xff", b"[]", b"null", b"3", b'"page"'])
def test_a_body_that_is_not_whatsapps(body: bytes) -> None:
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
    change = {"field": "messages", "value": value}
    body = {"object": "whatsapp_business_account", "entry": [{"changes": [change]}]}
    read_what_can_be(RECEIVER, body)
