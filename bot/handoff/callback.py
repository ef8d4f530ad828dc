"""The dialogue that takes a callback, or a message to be answered by e-mail: a plain state machine.

Who calls shows `next_step`, hands what the customer writes to `answer`, and goes on until there is
an ending; only a draft that `is_agreed` may be kept. Nothing here says anything: questions, remarks
and button titles are names of responses (bot/handoff/texts.yml) with their values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.channels.inbound import LONGEST_MESSAGE
from bot.handoff.phones import Phone, has_digits, read_extension, read_phone
from bot.handoff.windows import DAYS_AHEAD, Context, Window, check, read_window, suggestions
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
_MOST_WORDS_OF_A_NAME = 8
# Conservative: what mail servers take everywhere (RFC 5321, section 4.1.2), without quotes or accents.
_EMAIL = re.compile(
    r"(?<![\w.+@-])(?P<local>[A-Za-z0-9_+-][A-Za-z0-9_'&+-]*(?:\.[A-Za-z0-9_'&+-]+)*)"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}(?![\w@-]|\.\w)"
)
_LONGEST_EMAIL, _LONGEST_LOCAL = 254, 64

_NAMED = re.compile(
    r"(?:\b(?:my name(?: is|['’]s)|je m['’]appelle|mon nom (?:est|c['’]est))|^(?:i['’]?a?m|this is"
    r"|it['’]?s|it is|moi,? c['’]est|c['’]est|je suis|au nom de|ask for|demandez|name|nom)\b)[\s:]+",
    re.IGNORECASE,
)
_GREETING = re.compile(r"^(?:hi|hello|hey|bonjour|bonsoir|salut|allo|allô)\b[\s,!.]*", re.IGNORECASE)
_THANKS = re.compile(
    r"[\s,]+(?:please|thanks|thank you|merci|svp|s['’]il vous pla[iî]t)\W*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Draft:
    """What is known so far. `phone` is E.164; `confirmed` once the customer has read it back;
    `consent` False ends it.
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
        """It is whole, and the customer has said yes to passing it on: it may be kept."""
        return self.consent is True and missing(self) is None

    @property
    def values(self) -> dict[str, Any]:
        """For responses, by placeholder."""
        return {
            "name": self.name,
            "phone": Phone(self.phone, self.extension).value if self.phone else None,
            "email": self.email,
            "window": self.window.value if self.window else None,
            "topic": self.topic,
        }


@dataclass(frozen=True)
class Button:
    """`payload` is an answer that `answer` takes; a typed title is one, too."""

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
    """`problem` is a remark to be said before the next step's question; `ending` a last word, after
    which there is no next step.
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
    """The question to ask, None at the end; `context` decides which times are suggested."""
    name = missing(draft)
    if name is None:
        return None
    known = {placeholder: value for placeholder, value in draft.values.items() if value is not None}
    asked = known if name in ("confirm", "consent") else {}
    return Step(name, f"{_RESPONSES[draft.kind]}_ask_{name}", asked, tuple(_buttons(name, context)))


def answer(draft: Draft, step: StepName, text: str, context: Context) -> Answer:
    """`text` is what the customer wrote, or a button's payload. Card numbers are already masked and
    control characters gone. Never raises.
    """
    if is_cancel(text):
        return _dropped(draft)
    return _READERS[step](draft, text, context)
