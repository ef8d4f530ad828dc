"""Stored entries on their way to the people of one platform."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.channels.messaging.carrier import PeerCarrier
from bot.channels.messaging.platform import Address, Capabilities, Link, Message, Platform
from bot.channels.messaging.references import References
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from bot.outbound.retry import judge_status
from bot.store.peers import Peer, Peers
from bot.store.transcript import Author, Entry, Transcript
from tests.bot.channels.conftest import NOW, new_engine

ANNA = Peer("k-1", "c-1", "toy", {"name": "Anna"})
STOPPED = "they have stopped messages"


@dataclass
class NotingSender:
    failure: type[Exception] | None = None
    messages: list[Message] = field(default_factory=list)

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        self.messages.append(message)
        return [Post("https://x", json={**to, "text": text}) for text in message.texts]

    def judge(self, answer: Answer) -> None:
        if self.failure is not None:
            raise self.failure("x")
        judge_status(answer, lambda: NOW)

    def typing(self, to: Address) -> Post | None:
        return Post("https://x/typing", json=to)


@dataclass
class NotingClient:
    status: int = 200
    sent: list[Post] = field(default_factory=list)

    async def send(self, post: Post) -> Answer:
        self.sent.append(post)
        return Answer(self.status, {}, {})


class World:
    def __init__(self) -> None:
        engine = new_engine()
        self.peers = Peers(engine, lambda: NOW)
        self.peers.meet(ANNA)
        self.sender, self.client = NotingSender(), NotingClient()
        self.offered: list[tuple[Entry, Peer]] = []
        platform: Any = Platform("toy", Capabilities(text=20, links=True), None, self.sender)  # type: ignore[arg-type]
        self.transcript = Transcript(engine, lambda: NOW)
        references = References("s" * 32, self.transcript)
        client: Any = self.client
        self.carrier = PeerCarrier(
            platform,
            "https://chat.example.com/channels/toy",
            self.peers,
            references,
            self.transcript,
            self._links,
            client,
            lambda: NOW,
        )

    def _links(self, entry: Entry, peer: Peer) -> Sequence[Link]:
        self.offered.append((entry, peer))
        return [Link("Sign in", "https://x/in")] if entry.body["text"] else []

    def carry(self, said: Entry) -> list[Any]:
        async def all_of_them() -> None:
            for step in self.carrier.steps(said):
                await step()

        asyncio.run(all_of_them())
        return [post.json for post in self.client.sent]


@pytest.fixture
def world() -> World:
    return World()


def entry(
    text: str = "hello", author: Author = "bot", conversation: str = "c-1", **more: Any
) -> Entry:
    return Entry(7, conversation, NOW, author, {"text": text, **more})


@pytest.mark.parametrize("author", ["bot", "agent", "notice"])
def test_what_is_said_is_sent(world: World, author: Author) -> None:
    assert world.carry(entry(author=author)) == [{"name": "Anna", "text": "hello"}]


def test_the_platform_is_told_where_to_report(world: World) -> None:
    world.carry(entry())
    (message,) = world.sender.messages
    assert message.report_to == "https://chat.example.com/channels/toy?message=c-1%3A7"


def test_a_long_text_is_several_steps(world: World) -> None:
    sent = world.carry(entry("one two three. four five six."))
    assert [post["text"] for post in sent] == ["one two three.", "four five six."]


def test_they_are_offered_what_is_theirs_alone(world: World) -> None:
    world.carry(entry())
    assert world.offered == [(entry(), ANNA)]
    assert world.sender.messages[0].links == (Link("Sign in", "https://x/in"),)


def test_their_own_words_are_not_sent_back(world: World) -> None:
    assert world.carrier.steps(entry(author="customer")) == ()


def test_nothing_is_nothing(world: World) -> None:
    assert world.carrier.steps(entry("")) == ()


def test_an_old_conversation_of_theirs_is_over(world: World) -> None:
    world.peers.move("k-1", "c-2", None)
    with pytest.raises(Undeliverable, match="they are in another conversation"):
        world.carrier.steps(entry())
    assert len(world.carrier.steps(entry(conversation="c-2"))) == 1


def test_it_is_sent_to_where_they_wrote_last(world: World) -> None:
    world.peers.meet(Peer("k-1", "c-1", "toy", {"name": "Anna’s other phone"}))
    assert world.carry(entry())[0]["name"] == "Anna’s other phone"


def test_who_has_stopped_is_left_alone(world: World) -> None:
    world.peers.stop("k-1")
    with pytest.raises(Undeliverable, match=STOPPED):
        world.carrier.steps(entry())
    for response in ("utter_messages_stopped", "utter_messages_help"):
        assert len(world.carrier.steps(entry(response=response))) == 1
    with pytest.raises(Undeliverable, match=STOPPED):
        world.carrier.steps(entry(response="utter_messages_resumed"))


def test_who_is_gone_has_stopped(world: World) -> None:
    asyncio.run(world.carrier.gone("c-1"))
    asyncio.run(world.carrier.gone("nobody’s"))
    with pytest.raises(Undeliverable, match=STOPPED):
        world.carrier.steps(entry())


def test_who_asks_for_silence_in_the_middle_of_a_long_text_hears_no_more_of_it(
    world: World,
) -> None:
    async def half_of_it() -> None:
        first, second = world.carrier.steps(entry("one two three. four five six."))
        await first()
        world.peers.stop("k-1")
        with pytest.raises(Undeliverable, match=STOPPED):
            await second()

    asyncio.run(half_of_it())
    assert [post.json["text"] for post in world.client.sent] == ["one two three."]


def test_who_was_gone_and_has_written_since_is_back(world: World) -> None:
    world.sender.failure = Gone
    earlier, _ = world.transcript.hear("c-1", {"text": "hello?"}, {})
    with pytest.raises(Gone):
        world.carry(replace(entry(), seq=earlier.seq + 1))
    with pytest.raises(Undeliverable):
        world.carry(replace(entry(), seq=earlier.seq - 1))


@pytest.mark.parametrize("failure", [TryAgain, Undeliverable, Gone])
def test_what_the_platform_says_is_believed(world: World, failure: type[Exception]) -> None:
    world.sender.failure = failure
    with pytest.raises(failure):
        world.carry(entry())


@pytest.mark.parametrize(("status", "raised"), [(503, TryAgain), (404, Undeliverable)])
def test_an_answer_that_nobody_understands_is_judged_by_its_status(
    world: World, status: int, raised: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    world.sender.failure, world.client.status = KeyError, status
    with pytest.raises(raised):
        world.carry(entry())
    assert "toy answered oddly: KeyError at test_carrier.py" in caplog.text


def test_an_odd_answer_to_what_was_taken_sends_nothing_again(world: World) -> None:
    world.sender.failure = KeyError
    assert len(world.carry(entry())) == 1


def test_typing(world: World) -> None:
    asyncio.run(world.carrier.show_typing("c-1"))
    assert world.client.sent == [Post("https://x/typing", json={"name": "Anna"})]
    world.peers.stop("k-1")
    asyncio.run(world.carrier.show_typing("c-1"))
    asyncio.run(world.carrier.show_typing("nobody’s"))
    assert len(world.client.sent) == 1


def test_who_waits_cannot_be_told_by_the_way_that_is_slow(world: World) -> None:
    asyncio.run(world.carrier.late(entry()))
    assert world.client.sent == []
