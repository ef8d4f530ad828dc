"""A message as blocks. Its text is rich text, which has no markup: whatever a customer or an agent
has written stays what it is.

Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
Buttons: https://docs.slack.dev/reference/block-kit/block-elements/button-element
Characters to escape in plain messages: https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.messaging import utf16
from bot.channels.messaging.platform import Choice, Link, Message
from bot.nlg.message import links_in

_Block = dict[str, Any]

_LONGEST_TITLE = 75
_LONGEST_URL = 3000
_BOLD = {"style": {"bold": True}}


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def blocks_of(message: Message) -> Iterator[Sequence[_Block]]:
    """The blocks of each of the message's texts; none for one that is empty. Links are where their
    text is, else buttons.
    """
    *others, last = message.texts
    for number, text in enumerate(others):
        yield _paragraph(text, message.links, is_quote=message.quote is not None and not number)
    apart = [link for link in message.links if not any(link.text in t for t in message.texts)]
    yield [
        *_paragraph(last, message.links, is_quote=message.quote is not None and not others),
        *_row([_choice(number, choice) for number, choice in enumerate(message.choices)]),
        *_row([_link(number, link) for number, link in enumerate(apart) if _opens(link)]),
    ]


def _paragraph(text: str, links: Sequence[Link], *, is_quote: bool) -> list[_Block]:
    """The first line of a quote is its amount."""
    if not text:
        return []
    targets = {found.text: found.url for found in links_in(text)}
    targets |= {link.text: link.url for link in links if link.text}
    first, line_break, rest = text.partition("\n")
    elements = (
        [*_elements(first, targets, _BOLD), *_elements(line_break + rest, targets, {})]
        if is_quote
        else _elements(text, targets, {})
    )
    section = {"type": "rich_text_section", "elements": list(elements)}
    return [{"type": "rich_text", "elements": [section]}]


def _elements(text: str, targets: Mapping[str, str], style: _Block) -> Iterator[_Block]:
    longest_first = sorted(targets, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest_first))})", text) if targets else [text]
    for part in filter(None, parts):
        if part in targets:
            yield {"type": "link", "url": targets[part], "text": part, **style}
        else:
            yield {"type": "text", "text": part, **style}


def _row(buttons: Sequence[_Block]) -> list[_Block]:
    return [{"type": "actions", "elements": list(buttons)}] if buttons else []


def _choice(number: int, choice: Choice) -> _Block:
    return _button(f"choice-{number}", choice.title) | {"value": choice.reference}


def _link(number: int, link: Link) -> _Block:
    return _button(f"link-{number}", link.text) | {"url": link.url}


def _button(action: str, title: str) -> _Block:
    while utf16.length(title) > _LONGEST_TITLE:
        title = title[:-2].rstrip() + "…"
    text = {"type": "plain_text", "text": title, "emoji": False}
    return {"type": "button", "action_id": action, "text": text}


def _opens(link: Link) -> bool:
    return link.url.startswith(("https://", "http://")) and len(link.url) <= _LONGEST_URL
