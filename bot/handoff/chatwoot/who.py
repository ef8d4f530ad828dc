"""Who a customer is to Chatwoot: a hash where they are nobody in particular, and what is known."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from bot.handoff.chatwoot.api import Customer
from bot.handoff.chatwoot.notes import Notes
from bot.handoff.hold import Hold
from bot.handoff.spoken import locale_of
from bot.store.transcript import Entry

_SHOWN = 4


class Who:
    """`secret` keys the hashes: an id of ours says nothing, and opens nothing, at Chatwoot."""

    def __init__(self, secret: str, notes: Notes) -> None:
        # One secret, several purposes: each has a key of its own.
        self._key = hmac.digest(secret.encode(), b"prorata:chatwoot", hashlib.sha256)
        self._notes = notes

    def is_(self, hold: Hold, lately: Sequence[Entry]) -> Customer:
        """By the account that is signed in, else by the conversation; never by a phone number."""
        told = next((e.told for e in reversed(lately) if e.author == "customer"), {})
        account, reference = told.get("account"), self._hash(f"conversation:{hold.conversation}")
        visitor = f"{self._notes.say('desk_visitor', {})} {reference[:_SHOWN]}"
        return Customer(
            identifier=self._hash(f"account:{account}") if account else reference,
            reference=reference,
            name=account or visitor,
            attributes=_attributes(hold, lately, told, reference),
        )

    def _hash(self, text: str) -> str:
        return hmac.digest(self._key, text.encode(), hashlib.sha256).hex()[:32]


def labels(hold: Hold, lately: Sequence[Entry]) -> tuple[str, ...]:
    """« language-fr », « reason-large-order », for Chatwoot's own rules and views."""
    locale = locale_of(lately)
    found = (locale and f"language-{locale[:2]}", hold.reason and f"reason-{hold.reason}")
    return tuple(label.replace("_", "-") for label in found if label)


def _attributes(
    hold: Hold, lately: Sequence[Entry], told: dict[str, Any], reference: str
) -> dict[str, Any]:
    locale = locale_of(lately)
    known = {
        "reference": reference,
        "language": locale and locale[:2],
        "locale": locale,
        "channel": told.get("channel"),
        "account": told.get("account"),
        "signed_in": "account" in told,
        "reason": hold.reason,
    }
    return {name: value for name, value in known.items() if value is not None}
