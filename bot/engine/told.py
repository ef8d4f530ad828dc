"""A stored message as Rasa takes it: its words, and what its channel told beside them."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import UserMessage

from bot.engine.buttons import parse_payload

# What actions and the language's choice may know of a message (never of what was typed).
_METADATA = ("locale", "account", "problem", "masked")


def user_message(conversation: str, told: dict[str, Any], text: str = "") -> UserMessage:
    """ValueError for a button's payload that is not one of ours."""
    payload = told.get("payload")
    return UserMessage(
        text,
        sender_id=conversation,
        parse_data=parse_payload(text, payload) if payload else None,
        input_channel=told.get("channel"),
        metadata={name: told[name] for name in _METADATA if told.get(name) is not None},
    )
