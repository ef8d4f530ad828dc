"""The dialogue that takes a callback, or a message to be answered by e-mail: a plain state machine.

Who calls it asks `next_step`, hands what the customer writes to `answer`, says the remark and goes
on until there is an ending. Only a draft that `is_agreed` may be kept. Nothing here is words:
questions, remarks and titles are names of responses (bot/handoff/texts.yml) and their values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice

from bot.channels.inbound import LONGEST_MESSAGE
from bot.handoff.draft import Answer, Button, Draft, Kind, Step, StepName, missing
from bot.handoff.phones import Phone, has_digits, read_extension, read_phone
from bot.handoff.said import (
    CANCEL,
    NO,
    YES,
    is_cancel,
    is_no_alone,
    read_email,
    read_name,
    refuses,
    says_no,
    says_yes,
)
from bot.handoff.window_words import corrected_window, read_window
from bot.handoff.windows import (
    DAYS_AHEAD,
    Context,
    Refusal,
    Window,
    check,
    suggestions,
)

WINDOW = "/desk_window"
LONGEST_NAME = 80
LONGEST_TOPIC: Mapping[Kind, int] = {"callback": 500, "message": LONGEST_MESSAGE}

_RESPONSES: Mapping[Kind, str] = {"callback": "utter_callback", "message": "utter_desk_message"}
_SUGGESTED = 3
_PRESSED = re.compile(rf"{WINDOW} (\S{{10,40}})/(\S{{10,40}})")


def next_step(draft: Draft, context: Context) -> Step | None:
    """The question to ask; None at the end. `context` decides which times are suggested."""
    name = missing(draft)
    if name is None:
        return None
    values = draft.values if name in ("confirm", "consent") else {}
    return Step(
        name, f"{_RESPONSES[draft.kind]}_ask_{name}", values, tuple(_buttons(name, context))
    )


def answer(draft: Draft, step: StepName, text: str, context: Context) -> Answer:
    """`text` is what the customer wrote, or a button's payload. Card numbers are already masked and
    control characters gone. Never raises.
    """
    if is_cancel(text):
        return _dropped(draft)
    return _READERS[step](draft, text, context)


# --- buttons ---


def _buttons(step: StepName, context: Context) -> Iterator[Button]:
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


def _window_button(window: Window, context: Context) -> Button:
    payload = f"{WINDOW} {window.start.isoformat()}/{window.end.isoformat()}"
    days = (window.start.date() - context.today).days
    if days < 2:
        day = ("today", "tomorrow")[days]
        return Button(f"utter_callback_button_{day}_{window.part}", payload)
    weekday = {"type": "response", "name": f"utter_callback_weekday_{window.start.isoweekday()}"}
    return Button(f"utter_callback_button_weekday_{window.part}", payload, {"weekday": weekday})


# --- answers, step by step ---


def _name(draft: Draft, text: str, context: Context) -> Answer:
    name = read_name(text)
    if name is None:
        return Answer(draft, "utter_callback_name_missing")
    if len(name) > LONGEST_NAME:
        return Answer(draft, "utter_callback_name_too_long", values={"longest": LONGEST_NAME})
    return Answer(replace(draft, name=name))


def _phone(draft: Draft, text: str, context: Context) -> Answer:
    found = read_phone(text, context.region)
    return Answer(_with_phone(draft, found)) if found else Answer(draft, _no_phone(text))


def _confirm(draft: Draft, text: str, context: Context) -> Answer:
    """Yes, no, or the right number: which is read back once more."""
    found, extension = read_phone(text, context.region), read_extension(text)
    if found and (found != Phone(draft.phone or "", draft.extension) or says_no(text)):
        return Answer(_with_phone(draft, found))
    if found or says_yes(text):
        return Answer(replace(draft, confirmed=True))
    if extension:
        return Answer(replace(draft, extension=extension))
    if has_digits(text) or says_no(text):
        problem = _no_phone(text) if has_digits(text) else None
        return Answer(replace(draft, phone=None, extension=None), problem)
    return Answer(draft, "utter_callback_yes_or_no")


def _window(draft: Draft, text: str, context: Context) -> Answer:
    found = _pressed(text, context) or _read_window(draft, text, context)
    if isinstance(found, Window):
        return Answer(replace(draft, window=found))
    phone = read_phone(text, context.region)
    if found == "unclear" and phone:
        return Answer(_with_phone(draft, phone))
    days = {"type": "count", "unit": "day", "number": DAYS_AHEAD}
    return Answer(
        draft, f"utter_callback_window_{found}", values={"days": days} if found == "far" else {}
    )


def _read_window(draft: Draft, text: str, context: Context) -> Window | Refusal:
    if draft.window is None:
        return read_window(text, context)
    return corrected_window(text, draft.window, context)


def _email(draft: Draft, text: str, context: Context) -> Answer:
    email = read_email(text)
    if email:
        return Answer(replace(draft, email=email))
    malformed = "utter_callback_email_malformed"
    return Answer(draft, malformed if "@" in text else "utter_callback_email_missing")


def _topic(draft: Draft, text: str, context: Context) -> Answer:
    topic, longest = text.strip(), LONGEST_TOPIC[draft.kind]
    if sum(map(str.isalpha, topic)) < 2 or says_yes(topic) or is_no_alone(topic):
        return Answer(draft, "utter_callback_topic_missing")
    if len(topic) > longest:
        return Answer(draft, "utter_callback_topic_too_long", values={"longest": longest})
    return Answer(replace(draft, topic=topic))


def _consent(draft: Draft, text: str, context: Context) -> Answer:
    """A clear yes, a no, or a correction, after which it is asked again."""
    if says_yes(text):
        agreed = replace(draft, consent=True)
        if not agreed.is_agreed:
            return Answer(draft)
        return Answer(agreed, ending=f"{_RESPONSES[draft.kind]}_taken", values=agreed.values)
    corrected = None if is_no_alone(text) else _corrected(draft, text, context)
    if corrected:
        return corrected
    if refuses(text):
        return _dropped(draft)
    return Answer(draft, f"{_RESPONSES[draft.kind]}_consent_unclear")


_READERS: Mapping[StepName, Callable[[Draft, str, Context], Answer]] = {
    "name": _name,
    "phone": _phone,
    "confirm": _confirm,
    "window": _window,
    "email": _email,
    "topic": _topic,
    "consent": _consent,
}


def _corrected(draft: Draft, text: str, context: Context) -> Answer | None:
    if draft.kind == "message":
        email = read_email(text)
        return Answer(replace(draft, email=email)) if email else None
    phone = read_phone(text, context.region)
    if phone:
        return Answer(_with_phone(draft, phone))
    return (
        None if _read_window(draft, text, context) == "unclear" else _window(draft, text, context)
    )


def _dropped(draft: Draft) -> Answer:
    return Answer(replace(draft, consent=False), ending=f"{_RESPONSES[draft.kind]}_dropped")


def _with_phone(draft: Draft, phone: Phone) -> Draft:
    return replace(draft, phone=phone.number, extension=phone.extension, confirmed=False)


def _no_phone(text: str) -> str:
    return f"utter_callback_phone_{'invalid' if has_digits(text) else 'missing'}"


def _pressed(text: str, context: Context) -> Window | Refusal | None:
    """The window of a button, if it is still possible; None where no button was pressed."""
    match = _PRESSED.fullmatch(text)
    if match is None:
        return None
    try:
        start, end = map(datetime.fromisoformat, match.groups())
        return check(Window(start, end), context) if start.tzinfo and end.tzinfo else "unclear"
    except (ValueError, OverflowError):
        return "unclear"
