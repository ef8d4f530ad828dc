"""Buttons as a widget gets them: a payload that only this server makes, for one conversation."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re

_BUTTON = re.compile(r"b1\.([\w-]{1,4000})\.([\w-]{43})\Z", re.ASCII)


class Buttons:
    def __init__(self, secret: str) -> None:
        # One secret, several purposes: each has a key of its own.
        self._key = hmac.digest(secret.encode(), b"prorata:buttons", hashlib.sha256)

    def sign(self, conversation: str, title: str, payload: str) -> str:
        shown = _encode(json.dumps([title, payload], ensure_ascii=False).encode())
        return f"b1.{shown}.{self._mac(conversation, shown)}"

    def read(self, conversation: str, text: object) -> tuple[str, str] | None:
        """The title and payload of a button that was shown in this conversation, else None."""
        match = _BUTTON.match(text) if isinstance(text, str) else None
        if match is None or not hmac.compare_digest(match[2], self._mac(conversation, match[1])):
            return None
        title, payload = json.loads(base64.urlsafe_b64decode(match[1] + "=="))
        return title, payload

    def _mac(self, conversation: str, shown: str) -> str:
        return _encode(hmac.digest(self._key, f"{conversation}.{shown}".encode(), hashlib.sha256))


def looks_signed(text: object) -> bool:
    """A button's payload, whoever made it: never something that a customer typed."""
    return isinstance(text, str) and _BUTTON.match(text) is not None


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
