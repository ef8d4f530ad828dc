"""The buttons and the texts of a callback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.handoff.form import callback
from bot.handoff.form.callback import answer, next_step
from bot.handoff.hours import Hours
from bot.nlg.check.spelling import spelling_problems
from tests.bot.handoff.calling import CALL, CANADA, NOW, QUEBEC, RESPONSES, say


def test_a_suggested_time_is_accepted_pressed_or_typed() -> None:
    for context in (CANADA, replace(CANADA, now=NOW.replace(day=26, hour=17))):
        step = next_step(replace(CALL, window=None), context)
        assert step is not None
        for button, title in zip(step.buttons[:-1], say(step)[1], strict=False):
            pressed = answer(CALL, "window", button.payload, context).draft.window
            typed = answer(CALL, "window", title, context).draft.window
            assert pressed == typed


def test_titles_go_by_the_calendar() -> None:
    thursday = replace(CANADA, now=NOW.replace(day=26, hour=17))
    _, titles = say(next_step(replace(CALL, window=None), thursday))
    assert titles == [
        "This afternoon", "Tomorrow morning", "Tomorrow afternoon", "Cancel the request",
    ]  # fmt: skip
    friday = replace(CANADA, now=NOW.replace(day=27, hour=18))
    _, titles = say(next_step(replace(CALL, window=None), friday))
    assert titles[:2] == ["Monday morning", "Monday afternoon"]


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        ("/desk_window 2026-11-20T09:00:00-05:00/2026-11-20T12:00:00-05:00", "past"),
        ("/desk_window 2026-11-24T09:00:00/2026-11-24T12:00:00", "unclear"),
        ("/desk_window 9999-12-31T09:00:00-05:00/9999-12-31T23:59:59-23:59", "unclear"),
        ("/desk_window yesterday-or-so/tomorrow-or-so", "unclear"),
    ],
)
def test_a_time_that_was_not_suggested_or_is_over(payload: str, problem: str) -> None:
    assert answer(CALL, "window", payload, CANADA).problem == f"utter_callback_window_{problem}"


def test_outside_of_the_hours_that_are_known() -> None:
    hours = "regions: {CA: {fr: {zone: America/Toronto, holidays: CA-QC, week: {tuesday: ['09:00-12:00']}}}}"
    context = replace(QUEBEC, schedule=Hours.load(hours).of("CA", "fr"))
    draft = replace(CALL, window=None)
    assert answer(draft, "window", "mercredi", context).problem == "utter_callback_window_closed"
    accepted = answer(draft, "window", "mardi", context).draft.window
    assert accepted is not None
    assert (accepted.start.hour, accepted.end.hour) == (9, 12)
    _, titles = say(next_step(draft, context))
    assert titles == ["Tomorrow morning", "Cancel the request"]


def test_every_text_is_used_and_well_written() -> None:
    source = Path(callback.__file__).read_text(encoding="utf-8")
    for name, response in RESPONSES.items():
        assert list(spelling_problems(response.text, "en")) == []
        generic = name.removeprefix("utter_callback_").removeprefix("utter_desk_message_")
        stem = generic.rsplit("_", 1)[0]
        assert any(part in source for part in (generic, f"{stem}_{{", f"_{stem}_", "_ask_{")), name
    buttons = [r.text for name, r in RESPONSES.items() if "_button_" in name]
    assert max(map(len, buttons)) <= 30
