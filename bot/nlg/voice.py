"""One message in one locale: responses filled with values, links gathered on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlg import formats
from bot.nlg.message import Link, Message, links_in
from bot.nlg.responses import Button
from bot.nlg.texts import Texts
from bot.nlg.values import (
    Count,
    Currency,
    Day,
    Inline,
    Items,
    Money,
    Number,
    Percent,
    Phone,
    Time,
    Value,
    parse_value,
)

Ambient = Callable[[str], object]
"""A value by name that every response may use, or None."""

# Deeper than any sentence: only a response that contains itself gets there.
_DEEPEST = 8


class MissingValue(KeyError):
    """A placeholder that nothing was given for; it names the response and the placeholder."""


@dataclass(frozen=True)
class Option:
    """A button whose title is a response."""

    response: str
    payload: str
    values: Mapping[str, Any]


class Voice:
    """Made for one message, as it gathers that message's links."""

    def __init__(self, texts: Texts, locale: str, ambient: Ambient) -> None:
        self._texts = texts
        self._locale = locale
        self._ambient = ambient
        self._links: list[Link] = []
        self._depth = 0

    def say(
        self, response: str, values: Mapping[str, Any], options: Sequence[Option] = ()
    ) -> Message:
        """`values` are JSON values (bot/nlg/values.py) by placeholder; the response's own buttons
        come first, then `options`.

        Raises MissingText, MissingValue, or ValueError for a malformed value.
        """
        text = self._fill_response(response, values)
        links = dict.fromkeys([*self._links, *links_in(text)])
        own = [
            Button(title.fill(self._filler(response, values)), button.payload)
            for title, button in self._texts.buttons(response, self._locale)
        ]
        offered = [
            Button(self._fill_response(option.response, option.values), option.payload)
            for option in options
        ]
        return Message(text, (*own, *offered), tuple(links))

    def _fill_response(self, response: str, values: Mapping[str, Any]) -> str:
        if self._depth == _DEEPEST:
            raise ValueError(f"{response} contains itself")
        self._depth += 1
        try:
            template = self._texts.text(response, self._locale)
            return template.fill(self._filler(response, values))
        finally:
            self._depth -= 1

    def _filler(self, response: str, values: Mapping[str, Any]) -> Callable[[str], str]:
        def fill(name: str) -> str:
            raw = values.get(name)
            if raw is None:
                raw = self._ambient(name)
            if raw is None:
                raise MissingValue(f"{response}: {name}")
            return self._word(parse_value(raw))

        return fill

    def _word(self, value: Value) -> str:
        locale = self._locale
        match value:
            case str():
                return value
            case int():
                return formats.format_number(value, locale)
            case Money(amount, currency):
                return formats.format_money(amount, currency, locale)
            case Currency(code, initial):
                return formats.currency_name(code, locale, initial=initial)
            case Day(date, style):
                return formats.format_date(date, locale, style)
            case Time(at, bare):
                return formats.format_time(at, locale, bare=bare)
            case Number(number):
                return formats.format_number(number, locale)
            case Percent(percent):
                return formats.format_percent(percent, locale)
            case Count(unit, number):
                template = self._texts.counted(unit, number, locale)
                return template.fill(self._filler(f"utter_unit_{unit}", {"n": number}))
            case Items(items, lines=True):
                return "\n".join(self._word(item) for item in items)
            case Items(items):
                return formats.format_list([self._word(item) for item in items], locale)
            case Phone(number):
                return self._phone(number)
            case Inline(response, values):
                return self._fill_response(response, values)

    def _phone(self, number: str) -> str:
        text = formats.format_phone(number, self._locale)
        self._links.append(Link(text, formats.phone_link(number)))
        return text
