"""Requests to Chatwoot's Application API (developers.chatwoot.com/api-reference), described and not
yet sent. Its "conversations" are chats here: a conversation is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from bot.handoff.chatwoot.settings import ChatwootSettings
from bot.outbound.http import Post

Status = Literal["open", "resolved"]


@dataclass(frozen=True)
class Words:
    """What is written into a chat: as the customer's, or as a note that only agents see. `key` comes
    back as its `source_id`.
    """

    key: str
    text: str
    note: bool = False


@dataclass(frozen=True)
class Customer:
    """`identifier` and `reference` are keyed hashes, of whom it is and of the conversation."""

    identifier: str
    reference: str
    name: str
    attributes: dict[str, Any]


class Api:
    def __init__(self, settings: ChatwootSettings) -> None:
        self._account = f"{settings.url}/api/v1/accounts/{settings.account}"
        self._inbox = settings.inbox
        self._headers = {"api_access_token": settings.token}

    def contact(self, customer: Customer) -> Post:
        named = {"name": customer.name, "identifier": customer.identifier}
        return self._post("/contacts", {"inbox_id": self._inbox, **named})

    def search(self, identifier: str) -> Post:
        return self._get("/contacts/search", q=identifier)

    def chat(self, contact: int, customer: Customer) -> Post:
        return self._post(
            "/conversations",
            {
                "inbox_id": self._inbox,
                "contact_id": contact,
                "source_id": customer.reference,
                "status": "open",
                "custom_attributes": customer.attributes,
            },
        )

    def chats_of(self, contact: int) -> Post:
        return self._get(f"/contacts/{contact}/conversations")

    def look(self, number: int) -> Post:
        return self._get(f"/conversations/{number}")

    def messages(self, number: int, after: int) -> Post:
        """At most a hundred, in their order."""
        return self._get(f"/conversations/{number}/messages", after=str(after))

    def write(self, number: int, words: Words) -> Post:
        return self._post(
            f"/conversations/{number}/messages",
            {
                "content": words.text,
                "message_type": "outgoing" if words.note else "incoming",
                "private": words.note,
                "source_id": words.key,
            },
        )

    def set_status(self, number: int, status: Status) -> Post:
        return self._post(f"/conversations/{number}/toggle_status", {"status": status})

    def labels(self, number: int) -> Post:
        return self._get(f"/conversations/{number}/labels")

    def set_labels(self, number: int, labels: Sequence[str]) -> Post:
        """These and no others."""
        return self._post(f"/conversations/{number}/labels", {"labels": list(labels)})

    def members(self) -> Post:
        """Of the inbox: whoever else is online does not see it."""
        return self._get(f"/inbox_members/{self._inbox}")

    def _post(self, path: str, body: dict[str, Any]) -> Post:
        return Post(self._account + path, json=body, headers=self._headers)

    def _get(self, path: str, **query: str) -> Post:
        asked = f"?{urlencode(query)}" if query else ""
        return Post(f"{self._account}{path}{asked}", headers=self._headers, method="GET")
