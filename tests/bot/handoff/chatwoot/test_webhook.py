"""Calls of the webhook as Chatwoot signs them, and all that others may send instead."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from aiohttp import web

from bot.handoff.chatwoot.webhook import PATH, Webhook
from bot.site.server import Site
from tests.bot.desk.conftest import Time
from tests.bot.loop import Loop
from tests.fakes.chatwoot import FakeChatwoot, shape, sign, signed

CREATED, STATUS, UPDATED = (
    shape(f"webhook_{name}")
    for name in ("message_created", "conversation_status_changed", "conversation_updated")
)
TYPING = shape("webhook_conversation_typing_on")


@dataclass
class Heard:
    url: str
    time: Time
    events: list[Any] = field(default_factory=list)
    calls: int = 0

    def changed(self, number: int) -> None:
        self.events.append(number)

    def typing(self, number: int, agent: int, *, on: bool) -> None:
        self.events.append((number, agent, on))

    def call(self, body: Any, *, age: float = 0, **headers: Any) -> int:
        self.calls += 1
        raw, given = signed(body, self.time.seconds() - age, f"delivery-{self.calls}")
        changed = {f"X-Chatwoot-{name}": value for name, value in headers.items()}
        kept = {name: value for name, value in {**given, **changed}.items() if value is not None}
        return self.send(raw, kept)

    def send(self, raw: bytes, headers: dict[str, str]) -> int:
        return requests.post(self.url, data=raw, headers=headers, timeout=10).status_code


@pytest.fixture
def heard(loop: Loop, time: Time) -> Iterator[Heard]:
    heard = Heard("", time)
    app = web.Application()
    app.add_routes(Webhook(FakeChatwoot().settings, heard, time).routes())
    site = Site(app, "127.0.0.1", 0)
    loop.run(site.start())
    (address, *_) = site._runner.addresses  # type: ignore[union-attr]
    heard.url = f"http://127.0.0.1:{address[1]}{PATH}"
    yield heard
    loop.run(site.stop())


@pytest.mark.parametrize("body", [CREATED, STATUS, UPDATED])
def test_a_signed_call_says_which_chat_has_changed(heard: Heard, body: Any) -> None:
    assert (heard.call(body), heard.events) == (200, [12])


@pytest.mark.parametrize(("event", "on"), [("on", True), ("off", False)])
def test_who_writes_is_told_at_once(heard: Heard, event: str, on: bool) -> None:
    heard.call({**TYPING, "event": f"conversation_typing_{event}"})
    heard.call({**TYPING, "is_private": True})
    assert heard.events == [(12, 3, on)]


@pytest.mark.parametrize(
    "headers",
    [
        {"Signature": None},
        {"Timestamp": None},
        {"Signature": ""},
        {"Signature": "sha256="},
        {"Signature": "sha256=" + "0" * 64},
        {"Signature": b"\xc3\xa9"},
        {"Signature": b"\xff"},
        {"Timestamp": "0"},
        {"Timestamp": b"\xc2\xb2"},
        {"Timestamp": b"\xff"},
        {"Timestamp": "now"},
        {"Timestamp": "-1"},
        {"Timestamp": "1" * 5000},
    ],
)
def test_what_is_not_signed_is_refused(heard: Heard, headers: dict[str, Any]) -> None:
    assert (heard.call(CREATED, **headers), heard.events) == (401, [])


def test_another_secret_is_refused(heard: Heard) -> None:
    raw, headers = signed(CREATED, heard.time.seconds(), "1", secret="another")
    assert (heard.send(raw, headers), heard.events) == (401, [])


def test_a_changed_body_is_refused(heard: Heard) -> None:
    raw, headers = signed(CREATED, heard.time.seconds(), "1")
    assert (heard.send(raw + b" ", headers), heard.events) == (401, [])


@pytest.mark.parametrize(
    ("age", "status"), [(0, 200), (299, 200), (-299, 200), (301, 401), (-301, 401)]
)
def test_a_call_that_was_kept_is_too_old(heard: Heard, age: float, status: int) -> None:
    assert heard.call(CREATED, age=age) == status


def test_a_signed_time_is_a_number(heard: Heard) -> None:
    """Also where the signature over it is right."""
    assert heard.send(b"{}", sign(b"{}", "soon")) == 401


def test_a_delivery_counts_once(heard: Heard) -> None:
    for _ in range(3):
        assert heard.call(CREATED, Delivery="one") == 200
    heard.call(CREATED, Delivery="two")
    heard.call(CREATED, Delivery=None)
    heard.call(CREATED, Delivery=None)
    assert heard.events == [12] * 4


@pytest.mark.parametrize(
    "body",
    [
        {**CREATED, "message_type": "incoming"},
        {**CREATED, "private": True},
        {**CREATED, "account": {"id": 2}},
        {**CREATED, "conversation": {**CREATED["conversation"], "inbox_id": 8}},
        {**STATUS, "inbox_id": 8},
        {**STATUS, "account": {"id": 2}},
        {"event": "contact_created", "id": 5, "account": {"id": 1}},
        {"event": "inbox_updated", "id": 7},
    ],
)
def test_what_is_not_ours_to_follow_is_let_pass(heard: Heard, body: Any) -> None:
    assert (heard.call(body), heard.events) == (200, [])


@pytest.mark.parametrize(
    "body",
    [None, [], "x", 5, {}, {"event": "message_created"}, {**CREATED, "conversation": None}]
    + [{**TYPING, "user": odd} for odd in (None, {}, {"id": "x"})]
    + [{**CREATED, "account": [1]}, {**STATUS, "id": "12"}],
)
def test_what_makes_no_sense_is_let_pass(heard: Heard, body: Any) -> None:
    """It would make no more the next time."""
    assert (heard.call(body), heard.events) == (200, [])


def test_a_long_message_is_taken(heard: Heard) -> None:
    assert heard.call({**CREATED, "content": "é" * 100_000}) == 200
    assert heard.call({**CREATED, "content": "x" * 2_000_000}) == 413


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_json_is_let_pass(heard: Heard, raw: bytes) -> None:
    headers = sign(raw, str(int(heard.time.seconds())))
    assert (heard.send(raw, headers), heard.events) == (200, [])


def test_the_log_holds_nothing_of_a_call(heard: Heard, caplog: pytest.LogCaptureFixture) -> None:
    heard.call(CREATED, Signature="sha256=0")
    heard.call({**CREATED, "conversation": None})
    logged = caplog.text
    assert "Chatwoot" in logged
    assert (
        CREATED["content"] not in logged and "Anna" not in logged and json.dumps(12) not in logged
    )
