"""What is read in a chat: who wrote what. Most of it is no agent's words to the customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.handoff.chatwoot.markdown import Link, plain

# `message_type` is a number in the API and a word in webhooks.
_OUTGOING = (1, "outgoing")
_LONGEST_NAME = 100


@dataclass(frozen=True)
class Message:
    """`author` is an agent's number and name where it is an agent's words to the customer, else
    None: the customer's own, a note, what Chatwoot or a bot says by itself, what was deleted.
    `key` is ours, where we wrote it.
    """

    id: int
    author: tuple[int, str] | None
    text: str = ""
    links: tuple[Link, ...] = ()
    key: str | None = None


def message_of(body: Any) -> Message:
    """Raises KeyError, TypeError or ValueError for what is none."""
    author = person_of(body.get("sender")) if _is_for_the_customer(body) else None
    if author is None:
        return Message(int(body["id"]), None, key=body.get("source_id"))
    text, links = plain(str(body.get("content") or ""))
    more = [*_choices(body), *(link.text for link in _attached(body))]
    shown = "\n".join(part for part in (text, *more) if part)
    return Message(int(body["id"]), author, shown, (*links, *_attached(body)))


def person_of(body: Any) -> tuple[int, str] | None:
    """An agent's number, and the name that customers are to read; None for bots and contacts."""
    if not body or body.get("type", "user") != "user":
        return None
    name = str(body.get("available_name") or body.get("name") or "").strip()
    return int(body["id"]), "".join(filter(str.isprintable, name))[:_LONGEST_NAME]


def _is_for_the_customer(body: Any) -> bool:
    is_deleted = (body.get("content_attributes") or {}).get("deleted")
    return body["message_type"] in _OUTGOING and not body.get("private") and not is_deleted


def _choices(body: Any) -> Iterator[str]:
    """An agent's or a macro's buttons: nobody at Chatwoot hears them pressed, so they are lines."""
    for item in (body.get("content_attributes") or {}).get("items") or ():
        title = item.get("title")
        if title:
            yield f"• {title}"


def _attached(body: Any) -> Iterator[Link]:
    """Files by their names."""
    for file in body.get("attachments") or ():
        url = str(file.get("data_url") or "")
        parts = urlsplit(url)
        if parts.scheme in ("https", "http") and parts.hostname:
            name = unquote(parts.path.rpartition("/")[2])
            yield Link("".join(filter(str.isprintable, name)) or parts.hostname, url)
