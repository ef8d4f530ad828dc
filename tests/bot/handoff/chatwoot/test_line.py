"""Each request as Chatwoot's API describes it, and each recorded answer as it is read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.handoff.chatwoot.api import Api, Customer, Words
from bot.handoff.chatwoot.line import Line, Member, NoSuchChat, State
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import TryAgain, Undeliverable
from tests.bot.channels.conftest import NOW
from tests.fakes.chatwoot import TOKEN, FakeChatwoot, shape

ROOT = "https://chatwoot.example.com/api/v1/accounts/1"
IDENTIFIER = "9f2c41d0c0de4b3a9f2c41d0c0de4b3a"
REFERENCE = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
CUSTOMER = Customer(IDENTIFIER, REFERENCE, "Visitor 9f2c", {"reference": REFERENCE})


@dataclass
class Recorded:
    answers: list[Answer]
    posts: list[Post] = field(default_factory=list)

    async def send(self, post: Post) -> Answer:
        self.posts.append(post)
        return self.answers.pop(0)

    async def close(self) -> None:
        """Nothing was opened."""


def line(*answers: tuple[int, Any]) -> tuple[Line, Recorded]:
    recorded = Recorded([Answer(status, {}, body) for status, body in answers])
    settings = FakeChatwoot("https://chatwoot.example.com").settings
    return Line(Api(settings), recorded, lambda: NOW), recorded


def result(work: Awaitable[Any]) -> Any:
    async def done() -> Any:
        return await work

    return asyncio.run(done())


def asked(recorded: Recorded) -> list[tuple[str, str, Any]]:
    assert {post.headers["api_access_token"] for post in recorded.posts} == {TOKEN}
    return [(post.method, post.url.removeprefix(ROOT), post.json) for post in recorded.posts]


def test_a_contact_is_made() -> None:
    ours, recorded = line((200, shape("contact_created")))
    assert result(ours.contact(CUSTOMER)) == 41
    body = {"inbox_id": 7, "name": "Visitor 9f2c", "identifier": IDENTIFIER}
    assert asked(recorded) == [("POST", "/contacts", body)]


def test_a_contact_is_found_by_its_whole_identifier() -> None:
    ours, recorded = line((422, shape("contact_refused")), (200, shape("contacts_search")))
    assert result(ours.contact(CUSTOMER)) == 41
    assert asked(recorded)[1] == ("GET", f"/contacts/search?q={IDENTIFIER}", None)


def test_a_contact_that_is_refused_for_something_else_is() -> None:
    ours, _ = line((422, {"message": "Name is odd"}), (200, {"meta": {}, "payload": []}))
    with pytest.raises(Undeliverable):
        result(ours.contact(CUSTOMER))


def test_a_chat_is_made_in_the_inbox() -> None:
    ours, recorded = line((200, shape("conversation")))
    assert result(ours.open_chat(41, CUSTOMER)) == 12
    assert asked(recorded)[0][2] == {
        "inbox_id": 7,
        "contact_id": 41,
        "source_id": REFERENCE,
        "status": "open",
        "custom_attributes": {"reference": REFERENCE},
    }


@pytest.mark.parametrize(("reference", "number"), [(REFERENCE, 12), ("another", None)])
def test_a_chat_is_found_by_our_reference(reference: str, number: int | None) -> None:
    ours, recorded = line((200, shape("contact_conversations")))
    customer = Customer(IDENTIFIER, reference, "", {})
    assert result(ours.find_chat(41, customer)) == number
    assert asked(recorded)[0][:2] == ("GET", "/contacts/41/conversations")


@pytest.mark.parametrize("note", [True, False])
def test_words_are_the_customers_or_a_note(note: bool) -> None:
    ours, recorded = line((200, shape("message")))
    result(ours.write(12, Words("prorata-9-0", "Hello", note)))
    kind = {"message_type": "outgoing" if note else "incoming", "private": note}
    body = {"content": "Hello", "source_id": "prorata-9-0", **kind}
    assert asked(recorded) == [("POST", "/conversations/12/messages", body)]


def test_the_state_of_a_chat() -> None:
    ours, _ = line((200, shape("conversation")), (200, shape("conversation", meta={})))
    assert result(ours.look(12)) == State("open", (3, "Anna"))
    assert result(ours.look(12)) == State("open", None)


def test_messages_are_read_to_their_end_in_their_order() -> None:
    page = [shape("message", id=number) for number in range(200, 100, -1)]
    ours, recorded = line((200, {"payload": page}), (200, {"payload": [shape("message", id=201)]}))

    async def read() -> list[int]:
        return [message.id async for message in ours.messages(12, 100)]

    assert asyncio.run(read()) == list(range(101, 202))
    assert [url for _, url, _ in asked(recorded)] == [
        "/conversations/12/messages?after=100",
        "/conversations/12/messages?after=200",
    ]


def test_labels_are_added_to_those_that_are_there() -> None:
    ours, recorded = line((200, shape("labels")), (200, shape("labels")), (200, shape("labels")))
    result(ours.add_labels(12, ["language-fr", "reason-complex"]))
    assert asked(recorded)[1][2] == {"labels": ["language-fr", "reason-complex"]}
    result(ours.add_labels(12, ["language-fr"]))
    assert len(recorded.posts) == 3


def test_a_status_is_set() -> None:
    ours, recorded = line((200, shape("status_toggled")))
    result(ours.set_status(12, "resolved"))
    assert asked(recorded) == [("POST", "/conversations/12/toggle_status", {"status": "resolved"})]


def test_members_of_the_inbox() -> None:
    ours, recorded = line((200, shape("inbox_members")))
    assert result(ours.members()) == [Member(3, "Anna", is_online=True)]
    assert asked(recorded) == [("GET", "/inbox_members/7", None)]


def test_what_is_not_there_is_told_apart() -> None:
    ours, _ = line((404, shape("not_found")), (404, shape("not_found")))
    with pytest.raises(NoSuchChat):
        result(ours.write(12, Words("k", "Hello")))
    with pytest.raises(TryAgain) as raised:
        result(ours.contact(CUSTOMER))
    assert not isinstance(raised.value, NoSuchChat)
