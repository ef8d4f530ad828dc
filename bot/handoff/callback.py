"""The dialogue that takes a callback, or a message to be answered by e-mail: a plain state machine.

Who calls it asks `next_step`, hands what the customer writes to `answer`, says the remark and goes
on until there is an ending. Only a draft that `is_agreed` may be kept. Nothing here is words:
questions, remarks and titles are names of responses (bot/handoff/texts.yml) and their values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.channels.inbound import LONGEST_MESSAGE
from bot.handoff.phones import Phone, has_digits, read_extension, read_phone
from bot.handoff.windows import (
    DAYS_AHEAD,
    Context,
    Refusal,
    Window,
    check,
    read_window,
    suggestions,
)
from bot.nlu.entities.folding import fold

Kind = Literal["callback", "message"]
StepName = Literal["name", "phone", "confirm", "window", "email", "topic", "consent"]

YES, NO, CANCEL, WINDOW = "/desk_yes", "/desk_no", "/desk_cancel", "/desk_window"
LONGEST_NAME = 80
LONGEST_TOPIC: Mapping[Kind, int] = {"callback": 500, "message": LONGEST_MESSAGE}

_STEPS: Mapping[Kind, tuple[StepName, ...]] = {
    "callback": ("name", "phone", "confirm", "window", "topic", "consent"),
    "message": ("name", "email", "topic", "consent"),
}
_RESPONSES: Mapping[Kind, str] = {"callback": "utter_callback", "message": "utter_desk_message"}
_SUGGESTED = 3


@dataclass(frozen=True)
class Draft:
    """What is known so far. `phone` is E.164; `confirmed` once it was read back and found right;
    `consent` False means that nothing may be kept.
    """

    kind: Kind
    name: str | None = None
    phone: str | None = None
    extension: str | None = None
    confirmed: bool = False
    email: str | None = None
    window: Window | None = None
    topic: str | None = None
    consent: bool | None = None

    @property
    def is_agreed(self) -> bool:
        return self.consent is True and missing(self) is None

    @property
    def values(self) -> dict[str, Any]:
        """What is known, for responses (bot/nlg/values.py)."""
        known = {
            "name": self.name,
            "phone": Phone(self.phone, self.extension).value if self.phone else None,
            "email": self.email,
            "window": self.window.value if self.window else None,
            "topic": self.topic,
        }
        return {name: value for name, value in known.items() if value is not None}

    def to_json(self) -> dict[str, Any]:
        window = self.window and {
            "from": self.window.start.isoformat(),
            "to": self.window.end.isoformat(),
            "zone": str(self.window.start.tzinfo),
        }
        return {**vars(self), "window": window}

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Draft:
        """Of what `to_json` has made; anything else raises KeyError, TypeError or ValueError."""
        window = state["window"]
        if window is not None:
            zone = ZoneInfo(window["zone"])
            start, end = (datetime.fromisoformat(window[edge]) for edge in ("from", "to"))
            window = Window(start.astimezone(zone), end.astimezone(zone))
        return cls(**{**state, "window": window})


@dataclass(frozen=True)
class Button:
    """`payload` is a text that `answer` takes; so is the title, typed."""

    response: str
    payload: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    name: StepName
    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Answer:
    """`problem` is a remark, said before the next step's question; `ending` a last word, after which
    there is no next step. Both are responses, filled with `values`.
    """

    draft: Draft
    problem: str | None = None
    ending: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def missing(draft: Draft) -> StepName | None:
    """The next thing to ask for."""
    if draft.consent is False:
        return None
    known = {**vars(draft), "confirm": draft.confirmed or None}
    return next((step for step in _STEPS[draft.kind] if known[step] is None), None)


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
    found = _pressed(text, context) or read_window(text, context)
    if isinstance(found, Window):
        return Answer(replace(draft, window=found))
    phone = read_phone(text, context.region)
    if found == "unclear" and phone:
        return Answer(_with_phone(draft, phone))
    days = {"type": "count", "unit": "day", "number": DAYS_AHEAD}
    return Answer(
        draft, f"utter_callback_window_{found}", values={"days": days} if found == "far" else {}
    )


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
    found = read_window(text, context)
    return None if found == "unclear" else _window(draft, text, context)


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


# --- the words ---

_PRESSED = re.compile(rf"{WINDOW} (\S{{10,40}})/(\S{{10,40}})")
# Conservative: what mail servers take everywhere (RFC 5321, 4.1.2), without quotes or accents.
_EMAIL = re.compile(
    r"(?<![\w.+@-])(?P<local>[A-Za-z0-9_+'&-]+(?:\.[A-Za-z0-9_+'&-]+)*)"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(?![\w@-]|\.\w)"
)
_LONGEST_EMAIL, _LONGEST_LOCAL = 254, 64
_NAMED = re.compile(
    r"(?:\b(?:my name(?: is|['’]s)|je m['’]appelle|mon nom(?: est|,? c['’]est))"
    r"|^(?:i['’]?m|i am|this is|it['’]?s|it is|(?:moi,? )?c['’]est|je suis|au nom de|ask for|name|nom))\b"
    r"\s*:?\s+(?P<name>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AROUND_A_NAME = re.compile(
    r"^(?:hi|hello|hey|bonjour|bonsoir|salut|allô)\b[\s,!.]+"
    r"|[\s,]+(?:please|thanks|thank you|merci|svp|s['’]il vous pla[iî]t)\W*$",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_NAME = 8
_LONGEST_REMARK = 80
_POLITE = r"please|pls|thanks|thank you|merci|svp|stp|s'il vous plait|s'il te plait|beaucoup"
_YES = (
    r"y|yes|yep|yeah|yup|sure|ok|okay|correct|right|exact|exactly|exactement|oui|ouais|d'accord|bien sur|parfait"
    r"|of course|absolutely|absolument|tout a fait|(?:that|it)(?:'s| is) (?:right|correct|fine|good|the one)"
    r"|it is|that's it|go ahead|allez-y|vas-y|(?:oui )?j'accepte|i agree|volontiers|c'est (?:bien ca|ca|bon|exact"
    r"|correct|le bon(?: numero)?)|vous pouvez|you (?:can|may)|do it|pass it on|transmettez(?:-le)?|no problem"
    r"|pas de probleme|sans probleme|pas de souci|why not|pourquoi pas"
)
_NO = r"n|no|nope|nah|non|nan|not (?:right )?now|pas (?:maintenant|tout de suite)|wrong|incorrect|faux"
_CANCEL = (
    r"cancel|stop|quit|abort|never ?mind|forget (?:it|that|about it)|drop it|annul(?:er|e|ez|ons)|laiss(?:er?|ez)"
    r"(?:-| )?(?:faire|tomber|ca)|abandonn(?:er?|ez)|arret(?:er?|ez)|oubli(?:e|ez)(?: ca|-le)?"
    r"|i(?:'ve)? changed my mind|j'ai change d'(?:idee|avis)"
)
_CANCELLED = (
    r"it|that|this|all|everything|ca|tout|the (?:call ?back|call|request|message)|my (?:request|message)"
    r"|le (?:rappel|message)|la demande|ma demande|mon message|finalement|actually|then|alors|i want to|i'd like to"
    r"|je veux|je voudrais|let's|on|well|euh|ok|bon|ben|no|non"
)
_DENIES = re.compile(
    r"^(?:no|nope|nah|non|nan|wrong|faux|incorrect)(?!\w)|(?<!\w)(?:n'est pas|c'est pas|isn't|not)(?!\w)"
)
_REFUSES = re.compile(
    r"(?<!\w)(?:do not|don't|i'd rather not|refuse|disagree|ne \w+ (?:pas|rien)|je \w+ pas|pas d'accord"
    r"|j'aime mieux pas)(?!\w)"
)


def is_cancel(text: str) -> bool:
    """« laisse faire », "never mind", but not "cancel my subscription", which may be the topic."""
    return text == CANCEL or _consists_of(text, _CANCEL, _CANCELLED)


def says_yes(text: str) -> bool:
    """A yes and nothing else: "yes, but not today" is none."""
    return text == YES or _consists_of(text, _YES)


def is_no_alone(text: str) -> bool:
    return text == NO or _consists_of(text, _NO)


def says_no(text: str) -> bool:
    """To what was read back: "no, it's…", « ce n’est pas le bon »."""
    return not says_yes(text) and (refuses(text) or _found(_DENIES, text))


def refuses(text: str) -> bool:
    """Consent. "No, the number is wrong" does not, it corrects."""
    return is_no_alone(text) or _found(_REFUSES, text)


def read_name(text: str) -> str | None:
    """Without "my name is" and the like; None for what can be no name."""
    bare = text.strip()
    for _ in range(2):
        bare = _AROUND_A_NAME.sub("", bare)
    named = _NAMED.search(bare)
    name = " ".join((named["name"] if named else bare).split()).strip(' ,.;:!-"“”«»')
    if not any(map(str.isalpha, name)) or re.search(r"[?@/\\<>{}]", name) or has_digits(name):
        return None
    is_answer = says_yes(name) or is_no_alone(name)
    return None if is_answer or len(name.split()) > _MOST_WORDS_OF_A_NAME else name


def read_email(text: str) -> str | None:
    """The first address in `text`."""
    match = _EMAIL.search(text)
    if match is None or len(match[0]) > _LONGEST_EMAIL or len(match["local"]) > _LONGEST_LOCAL:
        return None
    return match[0]


def _consists_of(text: str, words: str, others: str = _POLITE) -> bool:
    """Of `words`, at least once, `others` and polite words."""
    folded = fold(text[:_LONGEST_REMARK]).text.strip(" \n.,!")
    if len(text) > _LONGEST_REMARK or not re.search(rf"(?<!\w)(?:{words})(?!\w)", folded):
        return False
    return re.fullmatch(rf"(?:(?:{words}|{others}|{_POLITE})(?!\w)[\s,.!;:]*)+", folded) is not None


def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(fold(text).text.strip()) is not None
