"""Chatwoot's editor writes Markdown, and customers read plain text with links beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINK = re.compile(
    r"(?<!\\)\[((?:[^\]\\\n]|\\.)+)\]\((https?://[^\s)]+|mailto:[^\s)]+|tel:[^\s)]+)\)"
)
_HARD_BREAK = re.compile(r"\\\n")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*\*|__|\*|_|~~|`)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|<])")
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|#])")
# « ***bold and slanted*** »
_NESTED = 2


class Link(NamedTuple):
    text: str
    url: str


def plain(markdown: str) -> tuple[str, tuple[Link, ...]]:
    """The words, and which of them are links."""
    text = _HARD_BREAK.sub("\n", markdown)
    links = tuple(Link(_words(words), url) for words, url in _LINK.findall(text))
    return _words(_LINK.sub(r"\1", text)).strip(), links


def literal(text: str) -> str:
    """Whatever a customer types stays what it is: no heading, no link, and nobody's mention."""
    return _SPECIAL.sub(r"\\\1", text)


def _words(text: str) -> str:
    for _ in range(_NESTED):
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text)
