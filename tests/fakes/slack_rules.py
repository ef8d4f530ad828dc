"""What chat.postMessage takes, by its documentation, and how it is shown.

https://docs.slack.dev/reference/methods/chat.postMessage,
https://docs.slack.dev/reference/block-kit/blocks (and block-elements beside it)
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.fakes.platform import Said

Block = Mapping[str, Any]

ARGUMENTS = frozenset(
    {"channel", "thread_ts", "text", "mrkdwn", "blocks", "unfurl_links", "unfurl_media"}
)
# Undocumented as a sum: https://github.com/slackapi/bolt-js/issues/2509
_MOST_TEXT_IN_BLOCKS = 12_000
_UNESCAPED = re.compile(r"[<>]|&(?!(?:amp|lt|gt);)")


def faults_of(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Error and rule of each fault."""
    text, blocks = said.get("text"), said.get("blocks")
    for name in said.keys() - ARGUMENTS:
        yield "invalid_arguments", f"chat.postMessage has no argument {name}"
    if not isinstance(text, str) or not text:
        yield "no_text", "a message has a text"
    elif len(text) > 40_000:
        yield "msg_too_long", "a text has 40,000 characters at most"
    elif _UNESCAPED.search(text):
        yield "escaping", "&, < and > are escaped in a text"
    if not isinstance(blocks, list) or not 0 < len(blocks) <= 50:
        yield "invalid_blocks_format", "a message has 1 to 50 blocks here"
        return
    for block in blocks:
        for rule in _BLOCKS.get(block.get("type"), _unknown)(block):
            yield "invalid_blocks", rule
    actions = [button["action_id"] for button in _buttons(blocks)]
    if len(set(actions)) != len(actions):
        yield "invalid_blocks", "an action_id is unique"
    if sum(_units(element["text"]) for element in _elements(blocks)) > _MOST_TEXT_IN_BLOCKS:
        yield "msg_blocks_too_long", "blocks have 12,000 characters in all at most"


def seen(said: Mapping[str, Any]) -> Said:
    """Text elements are literal; links are those in the text, then the buttons."""
    elements, buttons = list(_elements(said["blocks"])), list(_buttons(said["blocks"]))
    inside = [(one["text"], one["url"]) for one in elements if one["type"] == "link"]
    beside = [(one["text"]["text"], one["url"]) for one in buttons if "url" in one]
    return Said(
        "".join(element["text"] for element in elements),
        tuple((one["text"]["text"], one["value"]) for one in buttons if "value" in one),
        (*inside, *beside),
    )


def bold(said: Mapping[str, Any]) -> str:
    elements = _elements(said["blocks"])
    return "".join(one["text"] for one in elements if one.get("style") == {"bold": True})


def notified(said: Mapping[str, Any]) -> str:
    """The text as a notification reads."""
    return html.unescape(said["text"])


def _rich_text(block: Block) -> Iterator[str]:
    for section in block.get("elements") or [{}]:
        if section.get("type") != "rich_text_section" or not section.get("elements"):
            yield "rich text has sections that have elements"
            return
        for element in section["elements"]:
            if element.get("type") not in ("text", "link"):
                yield "only texts and links are said"
            if not isinstance(element.get("text"), str) or not element["text"]:
                yield "an element has a text"
            if element.get("type") == "link" and not _is_url(element.get("url")):
                yield "a link has a target"


def _actions(block: Block) -> Iterator[str]:
    elements = block.get("elements") or []
    if not 0 < len(elements) <= 25:
        yield "a row has 1 to 25 buttons"
    for button in elements:
        text = button.get("text") or {}
        if button.get("type") != "button" or text.get("type") != "plain_text":
            yield "a button has a plain text"
        if not 0 < _units(text.get("text") or "") <= 75:
            yield "a button's text has 1 to 75 characters"
        if not 0 < len(button.get("action_id") or "") <= 255:
            yield "an action_id has 1 to 255 characters"
        if len(button.get("value") or "") > 2000:
            yield "a value has 2,000 characters at most"
        if "url" in button and not _opens(button["url"]):
            yield "a button's url is a page, of 3,000 characters at most"


def _unknown(block: Block) -> Iterator[str]:
    yield f"there is no block {block.get('type')}"


_BLOCKS: dict[Any, Callable[[Block], Iterator[str]]] = {
    "rich_text": _rich_text,
    "actions": _actions,
}


def _elements(blocks: list[Block]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["type"] == "rich_text":
            for section in block["elements"]:
                yield from section["elements"]


def _buttons(blocks: list[Block]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["type"] == "actions":
            yield from block["elements"]


def _is_url(url: object) -> bool:
    return isinstance(url, str) and url.startswith(("https://", "http://", "tel:", "mailto:"))


def _opens(url: str) -> bool:
    return url.startswith(("https://", "http://")) and len(url) <= 3000


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
