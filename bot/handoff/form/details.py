"""What a customer tells at once, of a name, a number, an address and a time."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.handoff.form.draft import Draft
from bot.handoff.form.names import introduced_name, read_name
from bot.handoff.form.phones import Phone, read_phone, without_phone
from bot.handoff.form.said import read_email
from bot.handoff.form.window_words import read_window
from bot.handoff.form.windows import Context, Window

_PIECES = re.compile(r"\s*(?:[,;\n|]|\s[-–—]\s)\s*")


def with_name(draft: Draft, text: str, context: Context) -> Draft:
    """Of an answer to "what name?": "Dana, 617-555-0142, tomorrow at 2"."""
    known, rest = _with_reach(draft, text, context)
    if known.window == draft.window:
        return replace(known, name=read_name(rest))
    first = next(filter(None, map(read_name, _PIECES.split(rest))), None)
    return replace(known, name=introduced_name(rest) or first)


def with_request(draft: Draft, text: str, context: Context) -> Draft:
    """Of a request: "call me at 617-555-0142 tomorrow at 2, I'm Dana"."""
    known, rest = _with_reach(draft, text, context)
    return replace(known, name=introduced_name(rest))


def with_phone(draft: Draft, phone: Phone) -> Draft:
    return replace(draft, phone=phone.number, extension=phone.extension, confirmed=False)


def _with_reach(draft: Draft, text: str, context: Context) -> tuple[Draft, str]:
    """With the text that is left."""
    if draft.kind == "message":
        email = read_email(text)
        return (replace(draft, email=email), text.replace(email, " ")) if email else (draft, text)
    phone = read_phone(text, context.region)
    rest = without_phone(text, context.region) if phone else text
    window = read_window(rest, context)
    known = replace(draft, window=window) if isinstance(window, Window) else draft
    return (with_phone(known, phone) if phone else known), rest
