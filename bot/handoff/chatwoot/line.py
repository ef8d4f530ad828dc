"""The line to Chatwoot: a request is sent, its answer judged and read. TryAgain and Undeliverable
(bot/outbound/outbox.py) say what became of one that was not taken.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from bot.clock import Clock
from bot.handoff.chatwoot.api import Api, Customer, Status, Words
from bot.handoff.chatwoot.replies import Message, message_of, person_of
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import TryAgain, Undeliverable
from bot.outbound.retry import judge_status

Read = TypeVar("Read")

# More than 200 messages in a minute are refused like what is malformed (Message,
# prevent_message_flooding).
_FLOOD = "too many messages"
_FLOOD_SECONDS = 60.0
# A page of messages; shorter is the last one.
_PAGE = 100


class NoSuchChat(TryAgain):
    """It was deleted at Chatwoot, or Chatwoot is not what answers."""


@dataclass(frozen=True)
class State:
    """`assignee` is an agent's number and name."""

    status: str
    assignee: tuple[int, str] | None


@dataclass(frozen=True)
class Member:
    number: int
    name: str
    is_online: bool


class Client(Protocol):
    async def send(self, post: Post) -> Answer:
        """Raises TryAgain where no answer has come."""

    async def close(self) -> None: ...


class Line:
    def __init__(self, api: Api, client: Client, clock: Clock) -> None:
        self._api = api
        self._client = client
        self._clock = clock

    async def contact(self, customer: Customer) -> int:
        """Made, or found where the customer has been here before."""
        answer = await self._client.send(self._api.contact(customer))
        if answer.status == 422:  # the identifier is taken
            found = await self._ask(self._api.search(customer.identifier))
            return _read(found, lambda body: _identified(body["payload"], customer.identifier))
        self._judge(answer)
        return _read(answer, lambda body: int(body["payload"]["contact"]["id"]))

    async def open_chat(self, contact: int, customer: Customer) -> int:
        answer = await self._client.send(self._api.chat(contact, customer))
        if answer.status == 404:
            raise NoSuchChat("no such contact or inbox")
        self._judge(answer)
        return _read(answer, lambda body: int(body["id"]))

    async def find_chat(self, contact: int, customer: Customer) -> int | None:
        answer = await self._ask(self._api.chats_of(contact))
        return _read(answer, lambda body: _referred(body["payload"], customer))

    async def look(self, number: int) -> State:
        answer = await self._ask(self._api.look(number))
        return _read(answer, _state)

    async def messages(self, number: int, after: int) -> AsyncIterator[Message]:
        while True:
            answer = await self._ask(self._api.messages(number, after))
            page = _read(answer, lambda body: [message_of(one) for one in body["payload"]])
            for message in sorted(page, key=lambda message: message.id):
                yield message
            if len(page) < _PAGE:
                return
            after = max(message.id for message in page)

    async def write(self, number: int, words: Words) -> None:
        await self._ask(self._api.write(number, words))

    async def set_status(self, number: int, status: Status) -> None:
        await self._ask(self._api.set_status(number, status))

    async def add_labels(self, number: int, labels: Iterable[str]) -> None:
        """Beside those that agents and rules have given it."""
        answer = await self._ask(self._api.labels(number))
        there = _read(answer, lambda body: [str(label) for label in body["payload"]])
        all_labels = list(dict.fromkeys([*there, *labels]))
        if all_labels != there:
            await self._ask(self._api.set_labels(number, all_labels))

    async def members(self) -> list[Member]:
        answer = await self._ask(self._api.members())
        return _read(answer, lambda body: [_member(one) for one in body["payload"]])

    async def _ask(self, post: Post) -> Answer:
        """Of a chat or a contact that there should be."""
        answer = await self._client.send(post)
        if answer.status == 404:
            raise NoSuchChat("HTTP 404")
        self._judge(answer)
        return answer

    def _judge(self, answer: Answer) -> None:
        if answer.status == 422 and _FLOOD in str(answer.body).lower():
            raise TryAgain("too many messages", _FLOOD_SECONDS)
        if 300 <= answer.status < 400 or answer.status == 404:
            raise TryAgain(f"HTTP {answer.status}")  # a proxy's, or an inbox that is not there
        judge_status(answer, self._clock)


def _read(answer: Answer, read: Callable[[Any], Read]) -> Read:
    """What answers 200 with something else is not Chatwoot: perhaps a proxy's page."""
    try:
        return read(answer.body)
    except (KeyError, TypeError, ValueError, AttributeError, LookupError):
        raise TryAgain("an answer that could not be read") from None


def _identified(contacts: Any, identifier: str) -> int:
    """The search finds parts of identifiers, too. Undeliverable where it was no such refusal."""
    for contact in contacts:
        if contact["identifier"] == identifier:
            return int(contact["id"])
    raise Undeliverable("the contact was refused")


def _referred(chats: Any, customer: Customer) -> int | None:
    for chat in chats:
        if (chat.get("custom_attributes") or {}).get("reference") == customer.reference:
            return int(chat["id"])
    return None


def _state(body: Any) -> State:
    return State(str(body["status"]), person_of(body["meta"].get("assignee")))


def _member(body: Any) -> Member:
    person = person_of({**body, "type": "user"})
    if person is None:
        raise ValueError
    return Member(*person, body["availability_status"] == "online")
