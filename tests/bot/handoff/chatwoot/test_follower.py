"""What agents at Chatwoot write: their words reach the customer, once and in their order."""

from __future__ import annotations

import pytest

from bot.channels.inbound import LONGEST_MESSAGE
from tests.bot.handoff.chatwoot.world import ChatwootWorld
from tests.fakes.chatwoot import ANNA


def texts(world: ChatwootWorld) -> list[str]:
    return [entry.body["text"] for entry in world.said()]


def test_who_writes_first_has_the_conversation(held: ChatwootWorld) -> None:
    assert held.seen()[1:] == ["notice utter_agent_joined", "agent hello"]
    assert held.said()[0].body == {"text": "hello", "agent": "Anna"}


def test_the_bot_is_silent_while_it_is_held(held: ChatwootWorld) -> None:
    held.say("how much for 3 seats?", "2")
    assert held.bot.begun == [] and held.chat.read() == ["how much for 3 seats?"]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("times", [0, 1, 3])
def test_each_message_is_said_once_and_in_its_order(
    held: ChatwootWorld, order: int, times: int
) -> None:
    """However Chatwoot calls; not at all, too."""
    for word in ("one", "two", "three"):
        held.there.write(held.chat, ANNA, word)
    held.call(order=order, times=times)
    held.pass_by(21)
    assert texts(held) == ["hello", "one", "two", "three"]


def test_what_is_stored_late_under_a_lower_number_is_said(held: ChatwootWorld) -> None:
    late = held.there.write(held.chat, ANNA, "late")
    held.chat.messages.remove(late)
    held.there.write(held.chat, ANNA, "early")
    held.call()
    held.chat.messages.append(late)
    held.pass_by(21)
    assert texts(held) == ["hello", "early", "late"]


def test_notes_are_between_agents(held: ChatwootWorld) -> None:
    held.there.write(held.chat, ANNA, "a difficult one", private=True)
    held.call()
    assert texts(held) == ["hello"]


@pytest.mark.parametrize(
    "odd",
    [
        {"message_type": 2},  # « Anna self-assigned this conversation »
        {"message_type": 3},  # an automatic greeting
        {"sender": None},  # an automation rule
        {"sender": {"id": 3, "name": "Bot", "type": "agent_bot"}},
        {"content_attributes": {"deleted": True}},
        {"content": ""},
        {"content": "\u200b"},
        {"content": None},
    ],
)
def test_what_no_agent_says_takes_no_conversation(world: ChatwootWorld, odd: object) -> None:
    world.join()
    message = world.there.write(world.chat, ANNA, "odd")
    message.update(odd)
    world.call()
    assert (world.state, texts(world)) == (("waiting", None), [])


def test_a_long_message_is_several(held: ChatwootWorld) -> None:
    long = "\n\n".join(f"{number} " + "words " * 100 for number in range(4)).strip()
    held.there.write(held.chat, ANNA, long)
    held.call(times=2)
    said = texts(held)[1:]
    assert len(said) == 4 and all(len(text) <= LONGEST_MESSAGE for text in said)
    assert "".join("".join(said).split()) == "".join(long.split())


def test_pictures_are_links(held: ChatwootWorld) -> None:
    url = "https://chatwoot.example.com/blobs/eyJf/seats%20page.png"
    message = held.there.write(held.chat, ANNA, "Here:")
    message["attachments"] = [{"id": 1, "file_type": "image", "data_url": url}]
    held.call()
    body = held.said()[-1].body
    assert body["text"] == "Here:\nseats page.png"
    assert body["links"] == [{"text": "seats page.png", "url": url}]


def test_a_sign_is_an_answer(held: ChatwootWorld) -> None:
    held.there.write(held.chat, ANNA, "👍")
    held.call()
    assert texts(held) == ["hello", "👍"]
