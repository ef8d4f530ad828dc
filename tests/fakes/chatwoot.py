"""Chatwoot on loopback or in memory: its API, in the shapes of its published description
(tests/contract/chatwoot/), and agents who work in it. What it does not promise, it does not do: it
takes a message twice, calls a webhook once, and has no order among calls.
"""

from __future__ import annotations

import copy
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.handoff.chatwoot.settings import ChatwootSettings

SHAPES = Path(__file__).parents[1] / "contract" / "chatwoot"
TOKEN, SECRET, ACCOUNT, INBOX = "t" * 24, "a-secret-of-the-inbox", 1, 7
ANNA, BEN = (3, "Anna"), (4, "Ben")
# What a request may hold (create_payload.yml, create_message_payload.yml and others).
KNOWN = {
    "contacts": {"inbox_id", "name", "identifier", "custom_attributes"},
    "conversations": {"source_id", "inbox_id", "contact_id", "status", "custom_attributes"},
    "messages": {"content", "message_type", "private", "source_id"},
    "toggle_status": {"status"},
    "labels": {"labels"},
}

Response = tuple[int, Any]


def shape(name: str, **changed: Any) -> Any:
    """As recorded, but for what is changed."""
    recorded = json.loads((SHAPES / f"{name}.json").read_text("utf-8"))
    return {**recorded, **changed} if changed else recorded


@dataclass
class Chat:
    number: int
    contact: int
    attributes: dict[str, Any]
    status: str = "open"
    assignee: tuple[int, str] | None = None
    labels: list[str] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)

    def read(self, *, notes: bool = False) -> list[str]:
        """What agents read: the customer's words, or the notes."""
        wanted = (1, True) if notes else (0, False)
        return [m["content"] for m in self.messages if (m["message_type"], m["private"]) == wanted]

    def json(self) -> Any:
        agent = self.assignee
        meta = {"assignee": person(agent)} if agent else {}
        return shape(
            "conversation",
            id=self.number,
            status=self.status,
            custom_attributes=self.attributes,
            meta={**meta, "channel": "Channel::Api"},
        )


class FakeChatwoot:
    """`hooks` are the bodies of calls that it would make; a test makes them, or does not."""

    def __init__(self, url: str = "http://127.0.0.1:9") -> None:
        self.url = url
        self.contacts: dict[int, dict[str, Any]] = {}
        self.chats: dict[int, Chat] = {}
        self.members = {ANNA: "online", BEN: "offline"}
        self.hooks: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.violations: list[str] = []
        self._ids = count(100)
        self._answers: dict[str, Callable[..., Response]] = {
            r"POST /contacts": self._make_contact,
            r"GET /contacts/search": self._search,
            r"GET /contacts/(\d+)/conversations": self._chats_of,
            r"POST /conversations": self._make_chat,
            r"GET /conversations/(\d+)": lambda n, **_: (200, self.chats[int(n)].json()),
            r"GET /conversations/(\d+)/messages": self._messages,
            r"POST /conversations/(\d+)/messages": self._take,
            r"POST /conversations/(\d+)/toggle_status": self._set_status,
            r"GET /conversations/(\d+)/labels": self._labels,
            r"POST /conversations/(\d+)/labels": self._set_labels,
            rf"GET /inbox_members/{INBOX}": lambda **_: (200, self._members()),
        }

    @property
    def settings(self) -> ChatwootSettings:
        return ChatwootSettings(self.url, TOKEN, ACCOUNT, INBOX, SECRET, ("en", "fr"), "en")

    @property
    def chat(self) -> Chat:
        """The only one."""
        (chat,) = self.chats.values()
        return chat

    def respond(self, method: str, url: str, body: Any, token: str | None) -> Response:
        parts = urlsplit(url)
        path = parts.path.removeprefix(f"/api/v1/accounts/{ACCOUNT}")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append(f"{method} {path}")
        if token != TOKEN:
            return 401, shape("unauthorized")
        self._check(path.rpartition("/")[2], body)
        for pattern, answer in self._answers.items():
            match = re.fullmatch(pattern, f"{method} {path}")
            if match:
                try:
                    return answer(*match.groups(), body=body, **query)
                except KeyError:
                    break
        return 404, shape("not_found")

    # --- agents ---
    def write(self, chat: Chat, agent: tuple[int, str], text: str, **more: Any) -> dict[str, Any]:
        message = self._add(chat, message_type=1, content=text, sender=person(agent), **more)
        self._hook(
            "message_created", chat, id=message["id"], content=text, private=message["private"]
        )
        return message

    def resolve(self, chat: Chat) -> None:
        chat.status = "resolved"
        self._hook("conversation_status_changed", chat)

    def assign(self, chat: Chat, agent: tuple[int, str] | None) -> None:
        chat.assignee = agent
        self._hook("conversation_updated", chat)

    def types(self, chat: Chat, agent: tuple[int, str]) -> None:
        self._hook("conversation_typing_on", chat, user={"id": agent[0], "type": "user"})

    def _hook(self, event: str, chat: Chat, **more: Any) -> None:
        body = shape(f"webhook_{event}", **more)
        (body if "status" in body else body["conversation"]).update(
            id=chat.number, status=chat.status
        )
        self.hooks.append(body)

    # --- the API ---
    def _make_contact(self, body: Any, **_: Any) -> Response:
        if any(known["identifier"] == body["identifier"] for known in self.contacts.values()):
            return 422, shape("contact_refused")
        made = shape("contact_created")
        contact = made["payload"]["contact"]
        contact.update(id=next(self._ids), name=body["name"], identifier=body["identifier"])
        self.contacts[contact["id"]] = contact
        return 200, made

    def _search(self, q: str, **_: Any) -> Response:
        found = [contact for contact in self.contacts.values() if q in contact["identifier"]]
        return 200, shape("contacts_search", payload=found)

    def _chats_of(self, contact: str, **_: Any) -> Response:
        mine = [chat.json() for chat in self.chats.values() if chat.contact == int(contact)]
        return 200, {"payload": mine}

    def _make_chat(self, body: Any, **_: Any) -> Response:
        contact = self.contacts[body["contact_id"]]["id"]
        chat = Chat(next(self._ids), contact, copy.deepcopy(body["custom_attributes"]))
        self.chats[chat.number] = chat
        return 200, chat.json()

    def _messages(self, number: str, after: str = "0", **_: Any) -> Response:
        later = [m for m in self.chats[int(number)].messages if m["id"] > int(after)]
        return 200, shape("messages", payload=later[:100])

    def _take(self, number: str, body: Any, **_: Any) -> Response:
        chat, is_incoming = self.chats[int(number)], body["message_type"] == "incoming"
        if not body["content"].strip():
            return 422, {"message": "Content can't be blank", "attributes": ["content"]}
        if is_incoming and chat.status == "resolved":
            chat.status = "open"
        return 200, self._add(
            chat,
            message_type=0 if is_incoming else 1,
            content=body["content"],
            private=body["private"],
            source_id=body["source_id"],
        )

    def _set_status(self, number: str, body: Any, **_: Any) -> Response:
        self.chats[int(number)].status = body["status"]
        return 200, shape("status_toggled")

    def _labels(self, number: str, **_: Any) -> Response:
        return 200, {"payload": list(self.chats[int(number)].labels)}

    def _set_labels(self, number: str, body: Any, **_: Any) -> Response:
        self.chats[int(number)].labels = body["labels"]
        return self._labels(number)

    def _members(self) -> Any:
        (one,) = shape("inbox_members")["payload"]
        listed = [
            {**one, "id": number, "available_name": name, "availability_status": status}
            for (number, name), status in self.members.items()
        ]
        return {"payload": listed}

    def _add(self, chat: Chat, **values: Any) -> dict[str, Any]:
        plain = {"private": False, "source_id": None, "id": next(self._ids)}
        message: dict[str, Any] = shape("message", **{**plain, **values})
        chat.messages.append(message)
        return message

    def _check(self, kind: str, body: Any) -> None:
        unknown = set(body or ()) - KNOWN.get(kind, set())
        if unknown:
            self.violations.append(f"{kind}: {unknown}")


def person(agent: tuple[int, str]) -> dict[str, Any]:
    return {
        "id": agent[0],
        "name": f"{agent[1]} Tremblay",
        "available_name": agent[1],
        "type": "user",
    }


def signed(
    body: Any, at: float, delivery: str, secret: str = SECRET
) -> tuple[bytes, dict[str, str]]:
    """A webhook's body and headers (lib/webhooks/trigger.rb)."""
    raw = json.dumps(body).encode()
    return raw, {"X-Chatwoot-Delivery": delivery, **sign(raw, str(int(at)), secret)}


def sign(raw: bytes, stamp: str, secret: str = SECRET) -> dict[str, str]:
    mac = hmac.new(secret.encode(), stamp.encode() + b"." + raw, hashlib.sha256).hexdigest()
    return {"X-Chatwoot-Timestamp": stamp, "X-Chatwoot-Signature": f"sha256={mac}"}
