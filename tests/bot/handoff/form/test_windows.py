"""When a call is possible, and the times that are suggested."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone
from itertools import islice
from zoneinfo import ZoneInfo

from hypothesis import given

from bot.handoff.form.window_words import read_window
from bot.handoff.form.windows import Context, Window, check, suggestions
from bot.nlg.values import parse_value
from tests.bot.handoff.calling import CONTEXTS, MONTREAL, NOW, QUEBEC, with_hours


def shown(context: Context) -> list[tuple[str, str | None]]:
    return [(f"{w.start:%a %H:%M}-{w.end:%H:%M}", w.part) for w in islice(suggestions(context), 4)]


def test_without_hours_working_days_are_suggested() -> None:
    assert shown(QUEBEC) == [
        ("Mon 10:15-12:00", "morning"),
        ("Mon 12:00-18:00", "afternoon"),
        ("Tue 08:00-12:00", "morning"),
        ("Tue 12:00-18:00", "afternoon"),
    ]
    friday = replace(QUEBEC, now=datetime(2026, 11, 27, 17, 50, tzinfo=MONTREAL))
    assert shown(friday)[0] == ("Mon 08:00-12:00", "morning")


def test_with_hours_only_what_is_open_is_suggested() -> None:
    assert shown(with_hours("CA", replace(QUEBEC, now=NOW.replace(hour=17)))) == [
        ("Tue 09:00-12:00", "morning"),
        ("Tue 13:00-17:00", "afternoon"),
        ("Fri 09:00-12:00", "morning"),
        ("Fri 13:00-17:00", "afternoon"),
    ]
    assert [part for _, part in shown(with_hours("FR"))] == ["morning"] * 3


def test_the_value_names_day_times_and_zone_once() -> None:
    window = read_window("demain matin", QUEBEC)
    assert isinstance(window, Window)
    assert parse_value(window.value)
    assert window.value["values"] == {
        "day": {"type": "date", "date": "2026-11-24", "style": "full"},
        "start": {
            **{"type": "time", "at": "2026-11-24T08:00:00-05:00", "zone": "America/Toronto"},
            "bare": True,
        },
        "end": {"type": "time", "at": "2026-11-24T12:00:00-05:00", "zone": "America/Toronto"},
    }


def test_where_the_clock_changes_meanwhile_both_zones_are_said() -> None:
    zone = ZoneInfo("America/Toronto")
    start, end = (datetime(2026, 11, 1, hour, tzinfo=zone) for hour in (0, 3))
    assert Window(start, end).value["values"]["start"]["bare"] is False


@given(CONTEXTS)
def test_suggestions_are_possible_and_in_order(context: Context) -> None:
    found = list(islice(suggestions(context), 5))
    assert found == sorted(found, key=lambda window: window.start.astimezone(timezone.utc))
    for window in found:
        assert check(window, context) == window
    assert len(found) == 5 or context.schedule is not None
