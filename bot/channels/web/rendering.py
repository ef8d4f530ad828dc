"""A stored entry as widgets get it (docs/channels/web.md)."""

from __future__ import annotations

from typing import Any

from bot.channels.web.buttons import Buttons
from bot.handoff.reasons import is_hand_over
from bot.store.transcript import Entry

_SHOWN = ("text", "response", "quote", "links", "agent")


def entry_for_ours(entry: Entry, buttons: Buttons) -> dict[str, Any]:
    body = entry.body
    shown: dict[str, Any] = {
        "seq": entry.seq,
        "author": entry.author,
        "at": entry.at.isoformat(timespec="milliseconds"),
        "language": entry.language,
        **{name: body[name] for name in _SHOWN if body.get(name)},
    }
    if entry.message_id:
        shown["id"] = entry.message_id
    if body.get("buttons"):
        shown["buttons"] = _signed(entry, buttons)
    if is_hand_over(body.get("response")):
        shown["handoff"] = True
    return shown


def message_for_others(entry: Entry, buttons: Buttons) -> dict[str, Any]:
    """What Rasa's own channel sends (`rasa/core/channels/socketio.py`)."""
    message: dict[str, Any] = {"text": entry.body["text"]}
    if entry.body.get("buttons"):
        message["quick_replies"] = [
            {"content_type": "text", **button} for button in _signed(entry, buttons)
        ]
    return message


def _signed(entry: Entry, buttons: Buttons) -> list[dict[str, str]]:
    return [
        {
            "title": button["title"],
            "payload": buttons.sign(entry.conversation, button["title"], button["payload"]),
        }
        for button in entry.body["buttons"]
    ]
