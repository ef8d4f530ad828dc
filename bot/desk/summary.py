"""What an agent should know before the first word: from what was said, and nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.handoff.hold import Hold
from bot.handoff.spoken import locale_of
from bot.nlg import formats
from bot.store.transcript import Entry

Say = Callable[[str, Mapping[str, Any]], str]
"""A text of the desk, in the agent's language."""

_NOT_UNDERSTOOD = ("utter_rephrase", "utter_clarify")
_LAST_QUESTIONS = 3


def summary(hold: Hold, entries: list[Entry], say: Say, locale: str) -> list[dict[str, str]]:
    """`[{label, value}]`; what is not known has no line. `locale` is the agent's."""
    found = (
        ("who", _who(entries, say)),
        ("language", locale_of(entries)),
        ("reason", hold.reason),
        ("asked", _asked(entries)),
        ("quote", _quote(entries, locale)),
        ("not_understood", _not_understood(entries)),
    )
    return [
        {"label": say(f"desk_summary_{name}", {}), "value": _value(name, value, say)}
        for name, value in found
        if value
    ]


def _value(name: str, value: str, say: Say) -> str:
    if name == "reason":
        return say(f"desk_reason_{value}", {})
    return value.replace("_", "-") if name == "language" else value


def _who(entries: list[Entry], say: Say) -> str:
    accounts = [e.told["account"] for e in entries if e.told.get("account")]
    if not accounts:
        return say("desk_summary_visitor", {})
    return say("desk_summary_verified", {"account": accounts[-1]})


def _asked(entries: list[Entry]) -> str:
    asked = [e.body["text"] for e in entries if e.author == "customer" and e.body["text"]]
    return " · ".join(asked[-_LAST_QUESTIONS:])


def _quote(entries: list[Entry], locale: str) -> str:
    quotes = [e.body["quote"] for e in entries if e.body.get("quote")]
    if not quotes:
        return ""
    quote = quotes[-1]
    amount = formats.format_money(Decimal(quote["due_now"]), quote["currency"], locale)
    parts = [f"{quote['product']} + {quote['seats']}", amount, quote.get("subscription")]
    if quote.get("expires_at"):
        until = datetime.fromisoformat(quote["expires_at"])
        parts.append(f"→ {formats.format_time(until, locale)}")
    return " · ".join(part for part in parts if part)


def _not_understood(entries: list[Entry]) -> str:
    return " · ".join(_before_apologies(entries))


def _before_apologies(entries: list[Entry]) -> Iterator[str]:
    heard = ""
    for entry in entries:
        if entry.author == "customer":
            heard = entry.body["text"]
        elif str(entry.body.get("response")).startswith(_NOT_UNDERSTOOD) and heard:
            yield heard
            heard = ""
