"""What several parts of one message are answered reaches the customer once, in order."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.outbound import Collected
from bot.engine.once import Once


def sent(*messages: dict[str, Any]) -> list[str]:
    channel = Collected()
    once = Once(channel)

    async def say() -> None:
        for message in messages:
            await once.send_response("c-1", message)
        assert channel.messages == []
        await once.flush()
        await once.flush()

    asyncio.run(say())
    return [message["text"] for message in channel.messages]


def message(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "utter_action": "utter_x", **more}


def test_a_repeated_question_comes_last_and_once() -> None:
    answers = (message("one"), message("When?"), message("two"), message("When?"))
    assert sent(*answers) == ["one", "two", "When?"]


def test_equal_words_with_other_buttons_are_two_messages() -> None:
    button = {"title": "EUR", "payload": "/x"}
    assert sent(message("Which?", buttons=[button]), message("Which?")) == ["Which?", "Which?"]


def test_what_identifies_an_utterance_makes_no_difference() -> None:
    assert sent(message("When?", id=1), message("When?", id=2)) == ["When?"]


def test_it_has_the_name_of_the_channel() -> None:
    assert Once(Collected()).name() == "terminal"
