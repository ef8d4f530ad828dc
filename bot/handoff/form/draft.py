"""What is known of a callback or a message, what is asked next, and what an answer makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.handoff.form.phones import Phone
from bot.handoff.form.windows import Window

Kind = Literal["callback", "message"]
StepName = Literal["name", "phone", "confirm", "window", "email", "topic", "consent"]
_STEPS: Mapping[Kind, tuple[StepName, ...]] = {
    "callback": ("name", "phone", "confirm", "window", "topic", "consent"),
    "message": ("name", "email", "topic", "consent"),
}


@dataclass(frozen=True)
class Draft:
    """What is known so far. `phone` is E.164; `confirmed` once it was read back and found right;
    `consent` False means that nothing may be kept. While it is `paused`, the bot is asking
    something of its own. `ticket` is the request that it changes, and `sent` when that was for.
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
    paused: bool = False
    ticket: int | None = None
    sent: Window | None = None

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
        windows = {"window": _window_json(self.window), "sent": _window_json(self.sent)}
        return {**vars(self), **windows}

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Draft:
        """Of what `to_json` has made; anything else raises KeyError, TypeError or ValueError."""
        windows = {"window": _window_of(state["window"]), "sent": _window_of(state.get("sent"))}
        return cls(**{**state, **windows})


def _window_json(window: Window | None) -> dict[str, str] | None:
    if window is None:
        return None
    return {
        "from": window.start.isoformat(),
        "to": window.end.isoformat(),
        "zone": str(window.start.tzinfo),
    }


def _window_of(kept: Mapping[str, str] | None) -> Window | None:
    if kept is None:
        return None
    zone = ZoneInfo(kept["zone"])
    start, end = (datetime.fromisoformat(kept[edge]) for edge in ("from", "to"))
    return Window(start.astimezone(zone), end.astimezone(zone))


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
    there is no next step. Both are responses, filled with `values`. An aside is for the bot to answer.
    """

    draft: Draft
    problem: str | None = None
    ending: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    is_aside: bool = False


def missing(draft: Draft) -> StepName | None:
    """The next thing to ask for."""
    if draft.consent is False:
        return None
    known = {**vars(draft), "confirm": draft.confirmed or None}
    return next((step for step in _STEPS[draft.kind] if known[step] is None), None)
