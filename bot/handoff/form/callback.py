"""The dialogue that takes a callback, or a message to be answered by e-mail: a plain state machine.

Who calls it asks `next_step`, hands what the customer writes to `answer`, says the remark and goes
on until there is an ending. Only a draft that `is_agreed` may be kept. Nothing here is words:
questions, remarks and titles are names of responses (bot/handoff/form/texts.yml) and their values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.channels.inbound import LONGEST_MESSAGE
from bot.handoff.form.asides import asks_a_price, asks_why, drops, is_for_the_bot, withholds
from bot.handoff.form.choices import buttons_of, pressed_window
from bot.handoff.form.details import with_name, with_phone
from bot.handoff.form.draft import Answer, Draft, Kind, Step, StepName, missing
from bot.handoff.form.names import LONGEST_NAME, introduced_name
from bot.handoff.form.phones import Phone, has_digits, read_extension, read_phone
from bot.handoff.form.said import is_cancel, is_no_alone, read_email, refuses, says_no, says_yes
from bot.handoff.form.window_words import corrected_window, read_window
from bot.handoff.form.windows import DAYS_AHEAD, Context, Refusal, Window

LONGEST_TOPIC: Mapping[Kind, int] = {"callback": 500, "message": LONGEST_MESSAGE}

STEMS: Mapping[Kind, str] = {"callback": "utter_callback", "message": "utter_desk_message"}
OPEN: Mapping[Kind, str] = {kind: f"{stem}_open" for kind, stem in STEMS.items()}
WITHHELD = "utter_callback_withheld"
# A no to one of these is a no to all of it.
_NO_YES_OR_NO: tuple[StepName, ...] = ("name", "phone", "email")
_PERSONAL: tuple[StepName, ...] = (*_NO_YES_OR_NO, "confirm")


def next_step(draft: Draft, context: Context) -> Step | None:
    """The question to ask; None at the end. `context` decides which times are suggested."""
    name = missing(draft)
    if name is None:
        return None
    values = draft.values if name in ("confirm", "consent") else {}
    return Step(name, f"{STEMS[draft.kind]}_ask_{name}", values, tuple(buttons_of(name, context)))


def answer(draft: Draft, step: StepName, text: str, context: Context) -> Answer:
    """`text` is what the customer wrote, or a button's payload. Card numbers are already masked and
    control characters gone. Never raises.

    What is plainly said to the bot is no name, number, time or address, but may be the topic.
    """
    if is_cancel(text) or (step != "confirm" and drops(text, draft.kind)):
        return _dropped(draft)
    if step in _NO_YES_OR_NO and is_no_alone(text):
        return _dropped(draft)
    if step in _PERSONAL and withholds(text):
        return _withheld(draft)
    if asks_why(text):
        return Answer(draft, f"{STEMS[draft.kind]}_why")
    if step != "topic" and asks_a_price(text):
        return Answer(draft, is_aside=True)
    given = _READERS[step](draft, text, context)
    is_stuck = given.problem is not None and given.draft == draft
    if is_stuck and step != "topic" and is_for_the_bot(text):
        return Answer(draft, is_aside=True)
    return given


# --- answers, step by step ---


def _name(draft: Draft, text: str, context: Context) -> Answer:
    """A name, and whatever else is given with it."""
    known = with_name(draft, text, context)
    if known.name is None:
        return Answer(known, "utter_callback_name_missing")
    if len(known.name) > LONGEST_NAME:
        return Answer(draft, "utter_callback_name_too_long", values={"longest": LONGEST_NAME})
    return Answer(known)


def _phone(draft: Draft, text: str, context: Context) -> Answer:
    found = read_phone(text, context.region)
    return Answer(with_phone(draft, found)) if found else Answer(draft, _no_phone(text))


def _confirm(draft: Draft, text: str, context: Context) -> Answer:
    """Yes, no, or the right number: which is read back once more."""
    found, extension = read_phone(text, context.region), read_extension(text)
    if found and (found != Phone(draft.phone or "", draft.extension) or says_no(text)):
        return Answer(with_phone(draft, found))
    if found or says_yes(text):
        return Answer(replace(draft, confirmed=True))
    if extension:
        return Answer(replace(draft, extension=extension))
    if has_digits(text) or says_no(text):
        problem = _no_phone(text) if has_digits(text) else None
        return Answer(replace(draft, phone=None, extension=None), problem)
    return Answer(draft, "utter_callback_yes_or_no")


def _window(draft: Draft, text: str, context: Context) -> Answer:
    found = pressed_window(text, context) or _read_window(draft, text, context)
    if isinstance(found, Window):
        return Answer(replace(draft, window=found))
    phone = read_phone(text, context.region)
    if found == "unclear" and phone:
        return Answer(with_phone(draft, phone))
    days = {"type": "count", "unit": "day", "number": DAYS_AHEAD}
    return Answer(
        draft, f"utter_callback_window_{found}", values={"days": days} if found == "far" else {}
    )


def _read_window(draft: Draft, text: str, context: Context) -> Window | Refusal:
    noted = draft.window or draft.sent
    return corrected_window(text, noted, context) if noted else read_window(text, context)


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
        return Answer(agreed, ending=f"{STEMS[draft.kind]}_taken", values=agreed.values)
    corrected = None if is_no_alone(text) else _corrected(draft, text, context)
    if corrected:
        return corrected
    if refuses(text):
        return _dropped(draft)
    return Answer(draft, f"{STEMS[draft.kind]}_consent_unclear")


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
        return Answer(replace(draft, email=email)) if email else _renamed(draft, text)
    phone = read_phone(text, context.region)
    if phone:
        return Answer(with_phone(draft, phone))
    if _read_window(draft, text, context) == "unclear":
        return _renamed(draft, text)
    return _window(draft, text, context)


def _renamed(draft: Draft, text: str) -> Answer | None:
    name = introduced_name(text)
    return Answer(replace(draft, name=name)) if name else None


def _dropped(draft: Draft) -> Answer:
    """A change that is dropped leaves the request that was sent as it is."""
    dropped = f"{STEMS[draft.kind]}_dropped"
    ending = dropped if draft.ticket is None else "utter_callback_unchanged"
    return Answer(replace(draft, consent=False), ending=ending)


def _withheld(draft: Draft) -> Answer:
    if draft.ticket is not None:
        return _dropped(draft)
    return Answer(replace(draft, consent=False), ending=WITHHELD)


def _no_phone(text: str) -> str:
    return f"utter_callback_phone_{'invalid' if has_digits(text) else 'missing'}"
