"""Buttons that change who answers: understood before the bot, and without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, get_args

from bot.channels.places import at_place
from bot.nlu.normalise import fold
from bot.store.transcript import Entry

Command = Literal["join", "leave", "callback", "message"]


def payload_of(button: str) -> str:
    return f"/desk_{button}"


def title_of(button: str) -> str:
    """A response."""
    return f"utter_button_{button}"


PAYLOADS: dict[Command, str] = {command: payload_of(command) for command in get_args(Command)}
TITLES: dict[Command, str] = {command: title_of(command) for command in PAYLOADS}
_COMMANDS = {payload: command for command, payload in PAYLOADS.items()}


def command_of(heard: Entry, said: Sequence[Entry]) -> Command | None:
    """`said` are the entries before, in order."""
    payload = heard.told.get("payload")
    if payload is not None:
        return _COMMANDS.get(payload)
    typed = heard.body["text"]
    pressed = [*titled(typed, said), *placed(typed, last_shown(heard, said))]
    return next((_COMMANDS[payload] for payload in pressed if payload in _COMMANDS), None)


def titled(typed: str, said: Iterable[Entry]) -> Iterator[str]:
    """The payloads of the buttons in `said` whose title this is: typing it presses the button."""
    title = fold(typed)
    for entry in said:
        for button in entry.body.get("buttons") or ():
            if fold(button["title"]) == title:
                yield button["payload"]


def placed(typed: str, shown: Entry | None) -> Iterator[str]:
    """The payload of the button whose place this names: "the first one", « la deuxième »."""
    button = at_place(fold(typed), shown.body["buttons"]) if shown else None
    if button is not None:
        yield button["payload"]


def last_shown(heard: Entry, said: Sequence[Entry]) -> Entry | None:
    """The last entry with buttons since the customer spoke before."""
    for entry in reversed(said):
        if entry.seq >= heard.seq:
            continue
        if entry.author == "customer":
            return None
        if entry.body.get("buttons"):
            return entry
    return None
