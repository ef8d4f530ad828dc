"""What the Bot API refuses of a message, in its own words:
https://core.telegram.org/bots/api#sendmessage
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

_FIELDS = {
    "chat_id": int,
    "message_thread_id": int,
    "text": str,
    "entities": list,
    "link_preview_options": dict,
    "reply_parameters": dict,
    "reply_markup": dict,
}
_LONGEST = 4096
_MOST_BUTTONS, _MOST_IN_A_ROW = 100, 8
_MOST_DATA = 64
_STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "code", "pre"}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def refused(body: Any) -> str | None:
    """The description of the error, which goes with 400; None for a message that is taken."""
    if not isinstance(body, dict):
        return "Bad Request: message text is empty"
    return next(chain(_shape(body), _text(body), _buttons(body)), None)


def _shape(body: dict[str, Any]) -> Iterator[str]:
    for name, value in body.items():
        if name not in _FIELDS:
            yield f"Bad Request: unknown field {name}"
        elif type(value) is not _FIELDS[name]:
            yield f"Bad Request: {name} is invalid"
    if "chat_id" not in body:
        yield "Bad Request: chat_id is empty"
    reply = body.get("reply_parameters")
    if reply is not None and type(reply.get("message_id")) is not int:
        yield "Bad Request: message identifier is not specified"


def _text(body: dict[str, Any]) -> Iterator[str]:
    text = body.get("text", "")
    if not text.strip():
        yield "Bad Request: message text is empty"
    if units(text) > _LONGEST:
        yield "Bad Request: message is too long"
    for entity in body.get("entities", ()):
        start, length = entity["offset"], entity["length"]
        fits = start >= 0 and length > 0 and start + length <= units(text)
        if entity["type"] not in _STYLES or not fits:
            yield "Bad Request: can't parse entities"


def _buttons(body: dict[str, Any]) -> Iterator[str]:
    markup = body.get("reply_markup")
    if markup is None:
        return
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        yield "Bad Request: object expected as reply markup"
        return
    if any(not 0 < len(row) <= _MOST_IN_A_ROW for row in rows):
        yield "Bad Request: reply markup is too long"
    if sum(map(len, rows)) > _MOST_BUTTONS:
        yield "Bad Request: reply markup is too long"
    for button in chain(*rows):
        yield from _button(button)


def _button(button: dict[str, str]) -> Iterator[str]:
    if not button.get("text", "").strip():
        yield "Bad Request: can't parse inline keyboard button: Text must be non-empty"
    if len(button) != 2 or not button.keys() <= {"text", "callback_data", "url"}:
        yield "Bad Request: can't parse inline keyboard button: Text buttons are unallowed"
    data, url = button.get("callback_data"), button.get("url")
    if data is not None and not 1 <= len(data.encode()) <= _MOST_DATA:
        yield "Bad Request: BUTTON_DATA_INVALID"
    if url is not None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https", "tg"):
            yield f"Bad Request: inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        elif parts.scheme != "tg" and "." not in (parts.hostname or ""):
            yield f"Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
