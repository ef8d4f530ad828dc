"""Calls of a webhook as Twilio makes them, with the forms recorded in tests/contract/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from hypothesis import strategies as st

from bot.channels.messaging.platform import Call
from tests.fakes.twilio import sign

CONTRACT = Path(__file__).parents[4] / "contract"
URL = "https://bot.example.com/channels/twilio"
# What Listener and Webhook expect of a body that makes no sense.
ALLOWED = (ValueError, KeyError, TypeError, AttributeError, IndexError)

NAMES = st.sampled_from(
    ("From", "To", "Body", "MessageSid", "NumMedia", "SmsStatus", "OptOutType", "ButtonPayload")
)
CHANGES = st.dictionaries(NAMES | st.text(max_size=8), st.none() | st.text(max_size=30), max_size=4)


def recorded(platform: str) -> dict[str, dict[str, str]]:
    """Every form of the platform, by its name."""
    return {file.stem: _form(file) for file in sorted((CONTRACT / platform).glob("*.txt"))}


def _form(file: Path) -> dict[str, str]:
    body = "&".join(file.read_text("ascii").splitlines())
    return dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True))


def call(form: Mapping[str, str], signature: str | None = None, url: str = URL) -> Call:
    signed = sign(url, form) if signature is None else signature
    return raw_call(urlencode(form).encode(), signed, url)


def raw_call(body: bytes, signature: str = "", url: str = URL) -> Call:
    return Call("POST", url, {"x-twilio-signature": signature}, {}, body)


def changed(form: Mapping[str, str], changes: Mapping[str, str | None]) -> dict[str, str]:
    """With other values, and without those that are None."""
    merged = {**form, **changes}
    return {name: value for name, value in merged.items() if value is not None}
