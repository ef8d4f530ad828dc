"""The buttons of a callback's questions, and the time that one of them stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bot.handoff.form.draft import Button, StepName
from bot.handoff.form.said import CANCEL, NO, YES
from bot.handoff.form.windows import Context, Refusal, Window, check, suggestions

WINDOW = "/desk_window"

_SUGGESTED = 3
_PRESSED = re.compile(rf"{WINDOW} (\S{{10,40}})/(\S{{10,40}})")


def buttons_of(step: StepName, context: Context) -> Iterator[Button]:
    if step == "confirm":
        yield Button("utter_callback_button_right", YES)
        yield Button("utter_callback_button_wrong", NO)
    elif step == "consent":
        yield Button("utter_callback_button_agree", YES)
        yield Button("utter_callback_button_refuse", NO)
    else:
        if step == "window":
            for window in islice(suggestions(context), _SUGGESTED):
                yield _window_button(window, context)
        yield Button("utter_callback_button_cancel", CANCEL)


def pressed_window(text: str, context: Context) -> Window | Refusal | None:
    """The window of a button, if it is still possible; None where no button was pressed."""
    match = _PRESSED.fullmatch(text)
    if match is None:
        return None
    try:
        start, end = map(datetime.fromisoformat, match.groups())
        return check(Window(start, end), context) if start.tzinfo and end.tzinfo else "unclear"
    except (ValueError, OverflowError):
        return "unclear"


def _window_button(window: Window, context: Context) -> Button:
    payload = f"{WINDOW} {window.start.isoformat()}/{window.end.isoformat()}"
    days = (window.start.date() - context.today).days
    if days < 2:
        day = ("today", "tomorrow")[days]
        return Button(f"utter_callback_button_{day}_{window.part}", payload)
    weekday = {"type": "response", "name": f"utter_callback_weekday_{window.start.isoweekday()}"}
    return Button(f"utter_callback_button_weekday_{window.part}", payload, {"weekday": weekday})
