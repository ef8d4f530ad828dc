"""How was it? Asked when a person closes a conversation on a channel that has no widget to ask with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Literal, get_args

from bot.handoff.commands import last_shown, payload_of, placed, titled
from bot.store.transcript import Entry

Rate = Literal["rate_1", "rate_2", "rate_3", "rate_4", "rate_5"]
RATES: tuple[Rate, ...] = get_args(Rate)
THANKS = "utter_survey_thanks"

# The widget asks by itself, and a terminal is a developer's.
_ASKED_OTHERWISE = ("web", "terminal")
_PAYLOAD = re.compile(rf"{payload_of('rate_')}([1-5])")


def is_for(channel: str) -> bool:
    return channel not in _ASKED_OTHERWISE


def stars_of(heard: Entry, said: Sequence[Entry]) -> int | None:
    """1 to 5 where the message answers the survey. A button does at any time; its title, its place
    or a bare number only at once: later, "5" is an answer to something else.
    """
    return stars_in(heard.body["text"], heard.told.get("payload"), last_shown(heard, said))


def stars_in(text: str, payload: str | None, shown: Entry | None) -> int | None:
    """Of a message below `shown`."""
    if payload is None:
        payload = _typed(text.strip(), shown)
    match = _PAYLOAD.fullmatch(payload or "")
    return int(match[1]) if match else None


def is_answered(said: Sequence[Entry]) -> bool:
    """Since it was asked the last time."""
    for entry in reversed(said):
        if entry.body.get("response") == THANKS:
            return True
        if _asks(entry):
            return False
    return False


def _typed(text: str, shown: Entry | None) -> str | None:
    if shown is None or not _asks(shown):
        return None
    if re.fullmatch("[1-5]", text):
        return payload_of(f"rate_{text}")
    return next(chain(titled(text, [shown]), placed(text, shown)), None)


def _asks(entry: Entry) -> bool:
    buttons = entry.body.get("buttons") or ()
    return any(_PAYLOAD.fullmatch(button["payload"]) for button in buttons)
