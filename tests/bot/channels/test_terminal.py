"""The terminal channel over real HTTP: who may speak, what is refused, what reaches the bot."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, Any

import pytest
import requests

from bot.channels.inbound import LONGEST_MESSAGE

if TYPE_CHECKING:
    from tests.bot.channels.conftest import Terminal

HELLO = {"conversation": "c-1", "text": "bonjour"}


def test_a_message_is_answered_with_the_turn(terminal: Terminal) -> None:
    answer = terminal.post(HELLO)
    assert answer.status_code == 200
    assert answer.json() == {
        "conversation": "c-1",
        "holder": "bot",
        "intent": {"name": "greet", "confidence": 0.9},
        "language": "fr",
        "locale": "fr_CA",
        "entities": [],
        "form": None,
        "messages": [{"response": "utter_greet", "text": "Bonjour !"}],
    }


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Bearer a-token", "Basic YTpi", "bearer é", "\x7f"]
)
def test_nobody_speaks_without_the_token(terminal: Terminal, authorization: str) -> None:
    heard = len(terminal.heard)
    answer = requests.post(
        f"{terminal.url}/messages",
        json=HELLO,
        headers={"Authorization": authorization.encode("utf-8")},
        timeout=10,
    )
    assert (answer.status_code, answer.json()) == (401, {"error": "unauthenticated"})
    assert requests.post(f"{terminal.url}/messages", json=HELLO, timeout=10).status_code == 401
    assert len(terminal.heard) == heard


def test_a_token_of_undecodable_bytes_is_refused(terminal: Terminal) -> None:
    host, port = terminal.url.removeprefix("http://").partition("/")[0].split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(
            b"POST /webhooks/terminal/messages HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n"
            b"Authorization: Bearer \xff\xfe\r\nConnection: close\r\n\r\n"
        )
        assert b" 401 " in connection.recv(4096).splitlines()[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"[]",
        b'"text"',
        b"null",
        b"{",
        b'{"conversation": "c-1"',
        b"\xff\xfe",
        pytest.param(b"[" * 100_000, id="an abyss"),
        pytest.param(b'{"conversation": ' + b"[" * 900 + b"]" * 900 + b"}", id="a well"),
    ],
)
def test_a_body_that_is_no_object_is_refused(terminal: Terminal, data: bytes) -> None:
    answer = terminal.post(data=data)
    assert (answer.status_code, answer.json()) == (400, {"error": "invalid-request"})


@pytest.mark.parametrize(
    "conversation",
    [
        None,
        5,
        "",
        "a b",
        "a\n",
        "é",
        "\ud800",
        "a\x00",
        "../x",
        pytest.param("x" * 129, id="too long"),
        {"a": 1},
        ["a"],
    ],
)
def test_a_conversation_needs_a_plain_id(terminal: Terminal, conversation: Any) -> None:
    answer = terminal.post({**HELLO, "conversation": conversation})
    assert (answer.status_code, answer.json()) == (400, {"error": "invalid-request"})


def test_the_id_can_be_left_out_by_nobody(terminal: Terminal) -> None:
    """Stock channels put everyone without an id into one shared conversation."""
    assert terminal.post({"text": "bonjour"}).status_code == 400


def test_the_message_reaches_the_bot_cleaned(terminal: Terminal) -> None:
    terminal.post({"conversation": "c-2", "text": "/restart\x00\ud800 4111111111111111"})
    message = terminal.heard[-1]
    assert (message.body, message.conversation) == ({"text": "restart [•••]"}, "c-2")
    assert message.told == {"channel": "terminal", "masked": True}


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "empty"), (None, "empty"), (["a"], "empty")],
)
def test_an_empty_message_says_so(terminal: Terminal, text: Any, problem: str) -> None:
    assert terminal.post({**HELLO, "text": text}).status_code == 200
    assert terminal.told() == {"problem": problem}


def test_a_long_message_says_so(terminal: Terminal) -> None:
    assert terminal.post({**HELLO, "text": "a" * (LONGEST_MESSAGE + 1)}).status_code == 200
    assert terminal.told() == {"problem": "too_long"}


@pytest.mark.parametrize(
    ("given", "known"),
    [("fr-CA", "fr_CA"), ("FR_fr", "fr_FR"), ("fr-BE", "fr"), ("en", "en"), ("de-DE", None)],
)
def test_the_locale_is_one_that_is_known(terminal: Terminal, given: str, known: str | None) -> None:
    terminal.post({**HELLO, "locale": given})
    assert terminal.told().get("locale") == known


@pytest.mark.parametrize(
    "locale", [5, ["fr"], {"a": 1}, "\ud800", pytest.param("x" * 5000, id="long")]
)
def test_a_strange_locale_is_no_locale(terminal: Terminal, locale: Any) -> None:
    assert terminal.post({**HELLO, "locale": locale}).status_code == 200
    assert terminal.told() == {}


def test_the_account_reaches_the_bot(terminal: Terminal) -> None:
    terminal.post({**HELLO, "account": "demo-montreal"})
    assert terminal.told() == {"account": "demo-montreal"}


@pytest.mark.parametrize("account", [5, ["a"], "", "a b", "a/../b", "\ud800", "x" * 65, "a\n"])
def test_a_strange_account_is_nobody(terminal: Terminal, account: Any) -> None:
    assert terminal.post({**HELLO, "account": account}).status_code == 200
    assert terminal.told() == {}


def test_metadata_cannot_be_sent(terminal: Terminal) -> None:
    """Identity comes from the channel's own fields, never from what a client calls metadata."""
    terminal.post({**HELLO, "metadata": {"account": "demo-lyon"}, "parse_data": {}, "sender": "x"})
    assert terminal.told() == {}
    assert terminal.heard[-1].conversation == "c-1"


def test_nothing_else_listens(terminal: Terminal) -> None:
    assert requests.get(f"{terminal.url}/messages", timeout=10).status_code == 405
    assert requests.get(terminal.url, timeout=10).status_code == 404


def test_answers_are_plain_json(terminal: Terminal) -> None:
    answer = terminal.post(HELLO)
    assert answer.headers["Content-Type"] == "application/json"
    assert json.loads(answer.content)["holder"] == "bot"
