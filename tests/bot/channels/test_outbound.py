"""What a turn says, as a script sees it."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.outbound import Collected


def shown(message: dict[str, Any]) -> dict[str, Any]:
    channel = Collected()
    asyncio.run(channel.send_response("someone", message))
    return channel.messages[0]


def test_a_message_is_its_response_and_its_text() -> None:
    assert shown({"text": "Bonjour !", "utter_action": "utter_greet"}) == {
        "response": "utter_greet",
        "text": "Bonjour !",
    }


def test_what_there_is_besides_is_shown_too() -> None:
    buttons = [{"title": "Get a price", "payload": "/request_quote"}]
    links = [{"text": "+1 855", "url": "tel:+1855"}]
    assert shown(
        {
            "text": "…",
            "utter_action": "utter_quote",
            "buttons": buttons,
            "links": links,
            "custom": {"quote": {"due_now": "1.00"}, "internal": 1},
        }
    ) == {
        "response": "utter_quote",
        "text": "…",
        "buttons": buttons,
        "links": links,
        "quote": {"due_now": "1.00"},
    }


def test_what_is_empty_is_left_out() -> None:
    assert shown({"text": None, "buttons": [], "custom": None, "links": []}) == {
        "response": None,
        "text": "",
    }


def test_messages_keep_their_order() -> None:
    channel = Collected()
    for text in ("one", "two", "three"):
        asyncio.run(channel.send_response("someone", {"text": text}))
    assert [message["text"] for message in channel.messages] == ["one", "two", "three"]
