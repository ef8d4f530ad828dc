"""A button's reference: short, and of use in one conversation alone. What it stands for is in the
transcript.

64 bytes is what the narrowest platform takes back (Telegram's callback data).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from bot.store.transcript import Entry, Transcript

_REFERENCE = re.compile(r"([1-9][0-9]{0,18})\.([0-9]{1,2})\.([\w-]{22})\Z", re.ASCII)
_MAC_BYTES = 16


class References:
    def __init__(self, secret: str, transcript: Transcript) -> None:
        # One secret, several purposes: each has a key of its own.
        self._key = hmac.digest(secret.encode(), b"prorata:references", hashlib.sha256)
        self._transcript = transcript

    def to(self, entry: Entry, place: int) -> str:
        """To the button at `place` of the entry: « 1234.0.Zm9vYmFyYmF6cXV1eA »."""
        return f"{entry.seq}.{place}.{self._mac(entry.conversation, entry.seq, place)}"

    def read(self, conversation: str, reference: str) -> tuple[str, str] | None:
        """The button's title and payload; None for one of another conversation, or none of ours."""
        match = _REFERENCE.match(reference)
        if match is None:
            return None
        seq, place = int(match[1]), int(match[2])
        if not hmac.compare_digest(match[3], self._mac(conversation, seq, place)):
            return None
        found = self._transcript.after(conversation, seq - 1, at_most=1)
        shown = found[0].body if found and found[0].seq == seq else {}
        buttons = shown.get("buttons") or []
        if place >= len(buttons):
            return None
        return buttons[place]["title"], buttons[place]["payload"]

    def _mac(self, conversation: str, seq: int, place: int) -> str:
        signed = f"{conversation}.{seq}.{place}".encode()
        mac = hmac.digest(self._key, signed, hashlib.sha256)[:_MAC_BYTES]
        return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()
