"""The values that actions send as JSON, read strictly: words are made of them only by the NLG.

| JSON | is |
|---|---|
| `"Revit"`, `3` | a text as it is; a whole number |
| `{"type": "money", "amount": "601.64", "currency": "CAD"}` | amount in major units |
| `{"type": "currency", "code": "CAD"}` | its name; `"initial": true`: begins with a capital |
| `{"type": "date", "date": "2027-01-15"}` | optional `"style"`: `medium`, `long`, `full` |
| `{"type": "time", "at": "2026-11-22T17:15:00-05:00"}` | optional `"zone"`: IANA name; `"bare": true`: unsaid |
| `{"type": "count", "unit": "seat", "number": 3}` | of the response `utter_unit_seat` |
| `{"type": "number", "number": "1234.5"}` · `{"type": "percent", "number": "14.975"}` | |
| `{"type": "list", "items": […]}` | of values; optional `"lines": true`: one below the other |
| `{"type": "phone", "number": "+18559373067"}` | E.164 |
| `{"type": "response", "name": "utter_x", "values": {…}}` | another response, inline |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.nlg.formats.dates import DateStyle


@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Currency:
    """`initial` where its name begins a line of its own, such as a button's title."""

    code: str
    initial: bool = False


@dataclass(frozen=True)
class Day:
    date: date
    style: DateStyle = "long"


@dataclass(frozen=True)
class Time:
    """`at` is aware, in the zone that it is to be shown in; `bare` does not say which that is."""

    at: datetime
    bare: bool = False


@dataclass(frozen=True)
class Count:
    unit: str
    number: int


@dataclass(frozen=True)
class Number:
    number: Decimal


@dataclass(frozen=True)
class Percent:
    percent: Decimal


@dataclass(frozen=True)
class Items:
    items: tuple[Value, ...]
    lines: bool = False


@dataclass(frozen=True)
class Phone:
    number: str


@dataclass(frozen=True)
class Inline:
    """`values` are still JSON: they are read when the response asks for them."""

    response: str
    values: Mapping[str, Any]


Value = (
    str | int | Money | Currency | Day | Time | Count | Number | Percent | Items | Phone | Inline
)

# No exponent: "1E+999999" is a million digits once written out.
_DECIMAL = re.compile(r"-?\d{1,20}(\.\d{1,10})?", re.ASCII)
_STYLES = ("medium", "long", "full")


def parse_value(raw: object) -> Value:
    """Raises ValueError naming the type, never the content, which may be the customer's."""
    if isinstance(raw, str) or (isinstance(raw, int) and not isinstance(raw, bool)):
        return raw
    if not isinstance(raw, Mapping):
        raise ValueError(f"not a value: {type(raw).__name__}")
    kind = raw.get("type")
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise ValueError("not a value: unknown type")
    try:
        return reader(raw)
    except (ValueError, KeyError, TypeError, LookupError, OSError):
        # Without the cause: its message quotes the content.
        raise ValueError(f"malformed value: {kind}") from None


def _money(raw: Mapping[str, Any]) -> Money:
    return Money(_decimal(raw["amount"]), _text(raw["currency"]))


def _currency(raw: Mapping[str, Any]) -> Currency:
    return Currency(_text(raw["code"]), initial=raw.get("initial") is True)


def _day(raw: Mapping[str, Any]) -> Day:
    style = raw.get("style", "long")
    if style not in _STYLES:
        raise ValueError("style")
    return Day(date.fromisoformat(raw["date"]), cast(DateStyle, style))


def _time(raw: Mapping[str, Any]) -> Time:
    at = datetime.fromisoformat(raw["at"])
    if at.tzinfo is None:
        raise ValueError("no offset")
    zoned = at.astimezone(ZoneInfo(raw["zone"])) if "zone" in raw else at
    return Time(zoned, bare=raw.get("bare") is True)


def _count(raw: Mapping[str, Any]) -> Count:
    number = raw["number"]
    if type(number) is not int or number < 0:
        raise ValueError("number")
    return Count(_text(raw["unit"]), number)


def _items(raw: Mapping[str, Any]) -> Items:
    items = raw["items"]
    if not isinstance(items, list) or not items:
        raise ValueError("items")
    return Items(tuple(parse_value(item) for item in items), lines=raw.get("lines") is True)


def _inline(raw: Mapping[str, Any]) -> Inline:
    values = raw.get("values", {})
    if not isinstance(values, Mapping):
        raise ValueError("values")
    return Inline(_text(raw["name"]), values)


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw:
        raise ValueError("text")
    return raw


def _decimal(raw: object) -> Decimal:
    if not isinstance(raw, str) or not _DECIMAL.fullmatch(raw):
        raise ValueError("decimal")
    return Decimal(raw)


_READERS: dict[str, Callable[[Mapping[str, Any]], Value]] = {
    "money": _money,
    "currency": _currency,
    "date": _day,
    "time": _time,
    "count": _count,
    "number": lambda raw: Number(_decimal(raw["number"])),
    "percent": lambda raw: Percent(_decimal(raw["number"])),
    "list": _items,
    "phone": lambda raw: Phone(_text(raw["number"])),
    "response": _inline,
}
