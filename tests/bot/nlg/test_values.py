from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

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

EASTERN = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Revit", "Revit"),
        ("", ""),
        (3, 3),
        (
            {"type": "money", "amount": "601.64", "currency": "CAD"},
            Money(Decimal("601.64"), "CAD"),
        ),
        ({"type": "money", "amount": "-5", "currency": "EUR"}, Money(Decimal(-5), "EUR")),
        ({"type": "currency", "code": "CAD"}, Currency("CAD")),
        ({"type": "currency", "code": "CAD", "initial": True}, Currency("CAD", initial=True)),
        ({"type": "currency", "code": "CAD", "initial": "yes"}, Currency("CAD")),
        ({"type": "date", "date": "2027-01-15"}, Day(date(2027, 1, 15))),
        (
            {"type": "date", "date": "2027-01-15", "style": "full"},
            Day(date(2027, 1, 15), "full"),
        ),
        (
            {"type": "time", "at": "2026-11-22T17:15:00-05:00"},
            Time(datetime(2026, 11, 22, 17, 15, tzinfo=EASTERN)),
        ),
        ({"type": "count", "unit": "seat", "number": 3}, Count("seat", 3)),
        ({"type": "number", "number": "1234"}, Number(Decimal(1234))),
        ({"type": "percent", "number": "14.975"}, Percent(Decimal("14.975"))),
        (
            {"type": "list", "items": ["Revit", {"type": "count", "unit": "seat", "number": 1}]},
            Items(("Revit", Count("seat", 1))),
        ),
        ({"type": "list", "lines": True, "items": ["Revit"]}, Items(("Revit",), lines=True)),
        ({"type": "phone", "number": "+18559373067"}, Phone("+18559373067")),
        ({"type": "response", "name": "utter_x"}, Inline("utter_x", {})),
        ({"type": "response", "name": "utter_x", "values": {"n": 1}}, Inline("utter_x", {"n": 1})),
    ],
)
def test_value(raw: object, expected: Value) -> None:
    assert parse_value(raw) == expected


def test_a_time_is_shown_in_the_zone_that_it_names() -> None:
    raw = {"type": "time", "at": "2026-11-22T22:15:00+00:00", "zone": "America/Toronto"}
    value = parse_value(raw)
    assert isinstance(value, Time)
    assert value.at.tzinfo == ZoneInfo("America/Toronto")
    assert value.at.hour == 17
    assert value.bare is False


@pytest.mark.parametrize(
    ("given", "bare"), [(True, True), (False, False), (1, False), ("x", False)]
)
def test_a_time_may_leave_its_zone_unsaid(given: object, bare: bool) -> None:
    value = parse_value({"type": "time", "at": "2026-11-22T17:15:00-05:00", "bare": given})
    assert isinstance(value, Time)
    assert value.bare is bare


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (1.5, "float"),
        (True, "bool"),
        (None, "NoneType"),
        (["Secret"], "list"),
        ({}, "unknown type"),
        ({"type": "Secret"}, "unknown type"),
        ({"type": ["Secret"]}, "unknown type"),
        ({"type": "money", "amount": 601.64, "currency": "CAD"}, "money"),
        ({"type": "money", "amount": "Secret", "currency": "CAD"}, "money"),
        ({"type": "money", "amount": "NaN", "currency": "CAD"}, "money"),
        ({"type": "money", "amount": "1E+999999", "currency": "CAD"}, "money"),
        ({"type": "money", "amount": "٣", "currency": "CAD"}, "money"),
        ({"type": "money", "amount": "1"}, "money"),
        ({"type": "currency", "code": ["Secret"]}, "currency"),
        ({"type": "date", "date": "Secret"}, "date"),
        ({"type": "date", "date": 20270115}, "date"),
        ({"type": "date", "date": "2027-02-30"}, "date"),
        ({"type": "date", "date": "2027-01-15", "style": "Secret"}, "date"),
        ({"type": "time", "at": "2026-11-22T17:15:00"}, "time"),
        ({"type": "time", "at": "2026-11-22T17:15:00-05:00", "zone": "Secret"}, "time"),
        ({"type": "time", "at": "2026-11-22T17:15:00-05:00", "zone": "../Secret"}, "time"),
        ({"type": "count", "unit": "seat", "number": -1}, "count"),
        ({"type": "count", "unit": "seat", "number": "Secret"}, "count"),
        ({"type": "count", "unit": "seat", "number": True}, "count"),
        ({"type": "count", "number": 1}, "count"),
        ({"type": "number", "number": 5}, "number"),
        ({"type": "list", "items": []}, "list"),
        ({"type": "list", "items": "Secret"}, "list"),
        ({"type": "list", "items": [{"type": "money", "amount": "Secret"}]}, "list"),
        ({"type": "phone", "number": 18559373067}, "phone"),
        ({"type": "response", "name": "utter_x", "values": ["Secret"]}, "response"),
    ],
)
def test_a_malformed_value_names_its_type_and_never_its_content(raw: object, named: str) -> None:
    with pytest.raises(ValueError, match=named) as caught:
        parse_value(raw)
    assert "Secret" not in str(caught.value)
    assert caught.value.__cause__ is None
