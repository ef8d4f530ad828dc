"""A stored entry as widgets get it (docs/channels/web.md)."""

from __future__ import annotations

from typing import Any

from bot.channels.shown import shown
from bot.channels.web.buttons import Buttons
from bot.handoff.reasons import is_hand_over
from bot.store.transcript import Entry


def entry_for_ours(entry: Entry, buttons: Buttons) -> dict[str, Any]:
    rendered = shown(entry)
    if entry.message_id and entry.author == "customer":
        rendered["id"] = entry.message_id
    if entry.body.get("buttons"):
        rendered["buttons"] = _signed(entry, buttons)
    if is_hand_over(entry.body.get("response")):
        rendered["handoff"] = True
    return rendered


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
