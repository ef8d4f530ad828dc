"""Buttons that change who answers: understood before the bot, and without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from bot.nlu.normalise import fold
from bot.store.transcript import Entry

Command = Literal["join", "leave", "callback", "message"]

PAYLOADS: dict[Command, str] = {
    "join": "/desk_join",
    "leave": "/desk_leave",
    "callback": "/desk_callback",
    "message": "/desk_message",
}
TITLES: dict[Command, str] = {command: f"utter_button_{command}" for command in PAYLOADS}
_COMMANDS = {payload: command for command, payload in PAYLOADS.items()}


def command_of(heard: Entry, said: Iterable[Entry]) -> Command | None:
    """`said` are the entries before, in order."""
    payload = heard.told.get("payload")
    if payload is not None:
        return _COMMANDS.get(payload)
    pressed = titled(heard.body["text"], said)
    return next((_COMMANDS[payload] for payload in pressed if payload in _COMMANDS), None)


def titled(typed: str, said: Iterable[Entry]) -> Iterator[str]:
    """The payloads of the buttons in `said` whose title this is: typing it presses the button."""
    title = fold(typed)
    for entry in said:
        for button in entry.body.get("buttons") or ():
            if fold(button["title"]) == title:
                yield button["payload"]
