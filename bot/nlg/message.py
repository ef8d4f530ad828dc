"""What is said in one turn: a text, its buttons and the links in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.nlg.responses import Button

# A link ends before the punctuation of its sentence.
_URL = re.compile(r"https?://[^\s<>\"“”«»{}]*[^\s<>\"“”«»{}.,;:!?…’')\]]")


@dataclass(frozen=True)
class Link:
    """`text` is how `url` reads in the message."""

    text: str
    url: str


@dataclass(frozen=True)
class Message:
    text: str
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()


def links_in(text: str) -> Iterator[Link]:
    for found in _URL.finditer(text):
        yield Link(found[0], found[0])


def bilingual(first: Message, second: Message) -> Message:
    """Both, for a customer whose language is not known yet. Both come from the same response, so
    their buttons pair off.
    """
    return Message(
        _joined(first.text, second.text, "\n\n"),
        tuple(
            Button(_joined(one.title, other.title, " / "), one.payload)
            for one, other in zip(first.buttons, second.buttons, strict=True)
        ),
        tuple(dict.fromkeys(first.links + second.links)),
    )


def _joined(first: str, second: str, separator: str) -> str:
    return first if first == second else f"{first}{separator}{second}"
