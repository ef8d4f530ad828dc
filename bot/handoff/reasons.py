"""Why a conversation comes to people, from what the bot said before it did."""

from __future__ import annotations

from collections.abc import Iterable

from bot.store.transcript import Entry

_HAND_OVER = "utter_hand_over"
ASKED = "asked"
# What should not wait: somebody is angry, or something is wrong.
_URGENT = frozenset({"complex", "frustrated"})


def reason_of(entries: Iterable[Entry]) -> str:
    """« complex » after `utter_hand_over_complex`; ASKED where the customer just asked."""
    reason = ASKED
    for entry in entries:
        response = entry.body.get("response")
        if is_hand_over(response):
            reason = str(response).removeprefix(_HAND_OVER).lstrip("_") or ASKED
    return reason


def is_hand_over(response: object) -> bool:
    """Does the bot offer a person with it?"""
    return isinstance(response, str) and response.startswith(_HAND_OVER)


def is_urgent(reason: str | None) -> bool:
    return reason in _URGENT
