"""What a turn says, gathered in the neutral form: once, in order."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.engine.said import Said


def said(*messages: dict[str, Any]) -> list[dict[str, Any]]:
    channel = Said("web")
    for given in messages:
        asyncio.run(channel.send_response("c-1", given))
    return channel.messages


def texts(*messages: dict[str, Any]) -> list[str]:
    return [message["text"] for message in said(*messages)]


def message(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "utter_action": "utter_x", **more}


def test_a_message_is_its_response_and_its_text() -> None:
    assert said(message("Bonjour !")) == [{"response": "utter_x", "text": "Bonjour !"}]


def test_what_there_is_besides_is_shown_too() -> None:
    buttons = [{"title": "Get a price", "payload": "/request_quote"}]
    links = [{"text": "+1 855", "url": "tel:+1855"}]
    custom = {"quote": {"due_now": "1.00"}, "internal": 1}
    assert said(message("…", buttons=buttons, links=links, custom=custom)) == [
        {
            "response": "utter_x",
            "text": "…",
            "buttons": buttons,
            "links": links,
            "quote": {"due_now": "1.00"},
        }
    ]


def test_what_is_empty_is_left_out() -> None:
    assert said({"text": None, "buttons": [], "custom": None, "links": []}) == [
        {"response": None, "text": ""}
    ]


def test_messages_keep_their_order() -> None:
    assert texts(message("one"), message("two"), message("three")) == ["one", "two", "three"]


def test_a_repeated_question_comes_last_and_once() -> None:
    answers = (message("one"), message("When?"), message("two"), message("When?"))
    assert texts(*answers) == ["one", "two", "When?"]


def test_equal_words_with_other_buttons_are_two_messages() -> None:
    button = {"title": "EUR", "payload": "/x"}
    assert texts(message("Which?", buttons=[button]), message("Which?")) == ["Which?", "Which?"]


def test_what_identifies_an_utterance_makes_no_difference() -> None:
    assert texts(message("When?", id=1), message("When?", id=2)) == ["When?"]


def test_it_has_the_name_of_the_channel() -> None:
    assert Said("web").name() == "web"
