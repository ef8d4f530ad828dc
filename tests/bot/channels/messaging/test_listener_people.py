"""What is written to people is theirs: no button of the bot's, and no machine's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.channels.messaging.platform import Capabilities
from tests.bot.channels.messaging.harness import Chat
from tests.bot.channels.messaging.toy import FakeToy

AGENT = 7
BUTTONS = [{"title": "Oui", "payload": "/affirm"}, {"title": "Non", "payload": "/deny"}]
NUMBERED = Capabilities(text=200)

Say = Callable[[str], None]


@pytest.fixture
def say(chat: Chat, toy: FakeToy) -> Say:
    """As an agent, who has taken the conversation below the bot's buttons."""
    chat.bot.buttons = BUTTONS
    toy.write("Anna", "hello")
    chat.quiet()
    (conversation,) = {entry.conversation for entry in chat.said()}
    chat.loop.run(chat.agents.claim(conversation, AGENT))

    def said(text: str) -> None:
        number = len(chat.said())
        chat.loop.run(chat.agents.say(conversation, AGENT, text, f"m-{number}"))
        chat.quiet()

    return said


def write(chat: Chat, toy: FakeToy, text: str) -> None:
    chat.time.pass_by(20)
    toy.write("Anna", text)
    chat.quiet()


@pytest.mark.parametrize("toy_can", [NUMBERED])
def test_a_number_below_an_agents_words_is_a_number(chat: Chat, toy: FakeToy, say: Say) -> None:
    say("Bonjour, combien de postes vous faut-il ?")
    write(chat, toy, "2")
    last = [entry for entry in chat.said() if entry.author == "customer"][-1]
    assert last.body["text"] == "2"
    assert "payload" not in last.told


def test_nothing_that_is_said_to_an_agent_is_a_machines(chat: Chat, toy: FakeToy, say: Say) -> None:
    for step in range(9):
        say(f"step {step}")
        write(chat, toy, "ok")
    asked = [entry.body["text"] for entry in chat.said() if entry.author == "customer"]
    assert asked == ["hello"] + ["ok"] * 9
