"""Customers who ask for a price, and whether what each is told is right, honest, or neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

Verdict = Literal["right", "honest", "wrong"]

NOW = "2026-11-22T12:00:00-05:00"
"""Every clock stands here, so that the days below are what is left of each term."""

LOCALES = {"en": "en-CA", "fr": "fr-CA"}

_HONEST = re.compile(r"utter_no_quote_(unavailable|busy)(_for)?|utter_trouble")
_AMOUNT = re.compile(r"\d[.,]\d\d\b")


@dataclass(frozen=True)
class Wanted:
    """What is asked about, and its terms as billing/demo.py has them: the price of a seat for a
    whole term, and its days, left and in all. A visitor has no account and no subscription.
    """

    account: str | None
    subscription: str | None
    product: str
    price: int
    currency: str
    days: tuple[int, int]


_WANTED = (
    Wanted("demo-montreal", "sub_demo_1", "AutoCAD", 2000, "CAD", (54, 365)),
    Wanted("demo-lyon", "sub_demo_3", "AutoCAD LT", 400, "EUR", (99, 365)),
    Wanted("demo-boston", "sub_demo_4", "AEC Collection", 9000, "USD", (649, 1096)),
    Wanted(None, None, "Revit", 2700, "CAD", (54, 365)),
)


@dataclass(frozen=True)
class Asked:
    """One conversation, in one message."""

    wanted: Wanted
    language: str
    seats: int

    @property
    def text(self) -> str:
        visitor = self.wanted.account is None
        if self.language == "fr":
            until = " jusqu'au 15 janvier 2027" if visitor else " de plus"
            return f"Combien pour {self.seats} postes {self.wanted.product}{until} ?"
        until = " until January 15, 2027" if visitor else ""
        return f"How much for {self.seats} more {self.wanted.product} seats{until}?"

    @property
    def amount(self) -> str:
        left, whole = self.wanted.days
        exact = Decimal(self.wanted.price * self.seats * left) / whole
        return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))

    def verdict(self, turn: Mapping[str, Any]) -> Verdict:
        """Of the terminal channel's turn. `wrong` is also another language, or no answer at all."""
        messages = turn.get("messages")
        if not messages or turn["language"] != self.language:
            return "wrong"
        if len(messages) == 1 and self._is_right(messages[0]):
            return "right"
        return "honest" if all(_is_honest(message) for message in messages) else "wrong"

    def _is_right(self, message: Mapping[str, Any]) -> bool:
        quote = message.get("quote") or {}
        said = {"due_now": self.amount, "currency": self.wanted.currency, "seats": self.seats}
        of = {"product": self.wanted.product, "subscription": self.wanted.subscription}
        due = {name: quote.get(name) for name in (*said, *of)} == {**said, **of}
        # The customer reads the text, in which the amount comes first.
        return due and _digits(message["text"]).startswith(_digits(self.amount))


def crowd(count: int) -> list[Asked]:
    """Both languages and all accounts in turn; each time round, another number of seats."""
    kinds = [(wanted, language) for wanted in _WANTED for language in LOCALES]
    return [Asked(*kinds[n % len(kinds)], 2 + n // len(kinds)) for n in range(count)]


def _is_honest(message: Mapping[str, Any]) -> bool:
    said = _HONEST.fullmatch(message["response"]) is not None
    return said and "quote" not in message and not _AMOUNT.search(message["text"])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
