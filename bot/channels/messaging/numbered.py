"""Choices where there are no buttons: numbered lines, and a number that answers them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from text_to_num import text2num

from bot.nlu.normalise import fold

# « 2 », "2.", "#2", "option 2", « le 2 », « choix deux », and the key of an emoji keyboard.
_NUMBER = re.compile(
    r"(?:the |le |la |no |numero |number |option |choice |choix )?#?(\w+)[\ufe0f\u20e3.)!]*\Z"
)
_HIGHEST = 20


def as_lines(titles: Iterable[str]) -> str:
    """One a line: « 1. Oui »."""
    return "\n".join(f"{number}. {title}" for number, title in enumerate(titles, start=1))


def chosen(typed: str, shown: Callable[[], Sequence[dict[str, str]]]) -> tuple[str, str] | None:
    """Title and payload of the button whose number this is; `shown` is asked for no more than that:
    most messages are no number.
    """
    number = _number(typed)
    if number is None:
        return None
    buttons = shown()
    if not 1 <= number <= len(buttons):
        return None
    button = buttons[number - 1]
    return button["title"], button["payload"]


def _number(typed: str) -> int | None:
    match = _NUMBER.match(fold(typed).strip())
    if match is None:
        return None
    if match[1].isascii() and match[1].isdigit():
        return int(match[1]) if len(match[1]) <= len(str(_HIGHEST)) else None
    words = (_in_words(match[1], language) for language in ("en", "fr"))
    return next((number for number in words if number is not None), None)


def _in_words(word: str, language: str) -> int | None:
    try:
        return text2num(word, language)
    except ValueError:
        return None
