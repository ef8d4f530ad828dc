"""The terminal's client against real servers, well-behaved and not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.client import BotClient
from bot.run.ports import free_ports

if TYPE_CHECKING:
    from tests.bot.conftest import Answering, Asked

TURN = {"conversation": "c-1", "messages": [{"response": "utter_greet", "text": "Hello!"}]}
UNAVAILABLE = {"conversation": "c-1", "error": "bot-unavailable"}


def test_a_turn_is_returned_as_the_channel_describes_it(answering: Answering) -> None:
    asked: list[Asked] = []

    def answer(request: Asked) -> tuple[int, Any]:
        asked.append(request)
        return 200, TURN

    client = BotClient(answering(answer), "a-token")
    assert client.send("c-1", "bonjour", "fr-CA", "demo-montreal") == TURN
    assert asked[0].path == "/webhooks/terminal/messages"
    assert asked[0].headers["Authorization"] == "Bearer a-token"
    assert asked[0].body == {
        "conversation": "c-1",
        "text": "bonjour",
        "locale": "fr-CA",
        "account": "demo-montreal",
    }


def test_an_error_of_the_channel_is_handed_on(answering: Answering) -> None:
    url = answering(lambda _: (400, {"error": "invalid-request"}))
    assert BotClient(url, "a-token").send("c-1", "hello") == {"error": "invalid-request"}


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (200, b""),
        (200, b"<html>hello</html>"),
        (200, b"\xff\xfe"),
        (200, b'{"messages": ['),
        (200, [TURN]),
        (200, None),
        (200, "hello"),
        (500, {"description": "Internal Server Error", "status": 500, "message": "oh"}),
        (413, {"description": "Request Entity Too Large", "status": 413}),
        (502, b"Bad Gateway"),
    ],
)
def test_whatever_else_comes_back_is_an_error(answering: Answering, status: int, said: Any) -> None:
    client = BotClient(answering(lambda _: (status, said)), "a-token")
    assert client.send("c-1", "hello") == UNAVAILABLE


def test_nobody_there_is_an_error() -> None:
    client = BotClient(f"http://127.0.0.1:{free_ports(1)[0]}", "a-token")
    assert client.send("c-1", "hello") == UNAVAILABLE


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("\ud800", "\ud800"),
        pytest.param("a" * 1_000_000, "a" * 4000, id="huge"),
        (5, None),
        (float("nan"), None),
        pytest.param(nested(900), None, id="nested"),
        ({"text": "hello"}, None),
        (None, None),
    ],
)
def test_any_text_can_be_sent(answering: Answering, text: Any, sent: str | None) -> None:
    asked: list[Any] = []

    def answer(request: Asked) -> tuple[int, Any]:
        asked.append(request.body)
        return 200, TURN

    client = BotClient(answering(answer), "a-token")
    assert client.send("c-1", text, locale=nested(900), account=float("inf")) == TURN
    assert asked[0] == {"conversation": "c-1", "text": sent, "locale": None, "account": None}


def test_the_environments_proxies_are_not_used(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token must not leave this machine."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_ports(1)[0]}")
    monkeypatch.setenv("NO_PROXY", "")
    assert BotClient(answering(lambda _: (200, TURN)), "a-token").send("c-1", "hello") == TURN
