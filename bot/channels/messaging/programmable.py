"""What Twilio's channels share: signed forms come in, and messages go out through one API.

- https://www.twilio.com/docs/usage/webhooks/webhooks-security
- https://www.twilio.com/docs/messaging/guides/webhook-request
- https://www.twilio.com/docs/messaging/api/message-resource
- https://www.twilio.com/docs/api/errors
"""

from __future__ import annotations

import base64
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from multidict import MultiDict
from twilio.request_validator import RequestValidator

from bot.channels.messaging.addresses import REPORTED
from bot.channels.messaging.platform import (
    Address,
    Call,
    Event,
    Failure,
    Reply,
    Unverified,
)
from bot.clock import Clock
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone, TryAgain, Undeliverable
from bot.outbound.retry import judge_status, retry_after

API = "https://api.twilio.com"
LONGEST_BODY = 1600
NOTHING_TO_SAY = Reply("<Response/>", "text/xml")

_ACCOUNT_FORM = re.compile(r"AC[0-9a-f]{32}", re.ASCII | re.IGNORECASE)
_MOST_FIELDS = 200

# They have asked for silence, or blocked us.
_GONE = frozenset({21610, 63014})
# Queues and limits that pass; and what whoever runs us puts right: the account, our own number.
_PASSING = frozenset(
    {14107, 20003, 20005, 20429, 21606, 21611, 21659, 21660, 30001, 30002, 30022, 63007, 63018}
)

Form = Mapping[str, str]


@dataclass(frozen=True)
class Account:
    """`base` is the account's part of the API."""

    base: str
    headers: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, sid: str, token: str, api: str) -> Account:
        """ValueError for what cannot be an account's; the message holds no secret."""
        if not _ACCOUNT_FORM.fullmatch(sid):
            raise ValueError("A Twilio account's SID is AC and 32 hexadecimal digits")
        credentials = base64.b64encode(f"{sid}:{token}".encode()).decode()
        base = f"{api}/2010-04-01/Accounts/{sid}"
        return cls(base, {"Authorization": f"Basic {credentials}"})

    def get(self, path: str) -> Post:
        return Post(f"{self.base}{path}", headers=self.headers, method="GET")

    def message(self, to: Address, body: str, report_to: str | None, **more: str) -> Post:
        """From the number that they have written to; `report_to` hears how far it has come."""
        form = {"To": to["to"], "From": to["from"], "Body": body, **more}
        form |= {"StatusCallback": report_to} if report_to else {}
        return Post(f"{self.base}/Messages.json", form=form, headers=self.headers)


class Messages:
    """What senders share."""

    def __init__(self, account: Account, clock: Clock) -> None:
        self._account = account
        self._clock = clock

    def judge(self, answer: Answer) -> None:
        judge(answer, self._clock)

    def typing(self, to: Address) -> Post | None:
        return None


class Receiver(ABC):
    """What receivers share. Twilio signs the address it calls and all that it sends, with the
    account's token.

    There is no time in it: what is replayed has the MessageSid of the first time.
    """

    def __init__(self, token: str) -> None:
        self._validator = RequestValidator(token)

    def verify(self, call: Call) -> None:
        signature = call.headers.get("x-twilio-signature")
        if not signature:
            raise Unverified("no signature", 403)
        try:
            valid = self._validator.validate(call.url, _fields(call.body), signature)
        except ValueError:
            raise Unverified("not a form", 403) from None
        if not valid:
            raise Unverified("wrong signature", 403)

    def handshake(self, call: Call) -> Reply | None:
        return None

    def events(self, call: Call) -> Sequence[Event | Failure]:
        """ValueError for what is no form."""
        fields = _fields(call.body)
        form = {name: fields[name] for name in fields}
        found = self._event(form) if _is_message(form) else _failure(call, form)
        return [found] if found else []

    @abstractmethod
    def _event(self, form: Form) -> Event | None:
        """`form` has the first value of each field."""

    def acknowledgement(self) -> Reply:
        return NOTHING_TO_SAY


def _is_message(form: Form) -> bool:
    """To us: neither the progress of one of ours, nor a telephone call, nor a fax."""
    is_new = form.get("SmsStatus", "received") == "received" and "MessageStatus" not in form
    return is_new and all(form.get(name) for name in ("MessageSid", "From", "To"))


def _failure(call: Call, form: Form) -> Failure | None:
    """https://www.twilio.com/docs/messaging/guides/track-outbound-message-status"""
    key, code = call.query.get(REPORTED), form.get("ErrorCode", "")
    if not key or form.get("MessageStatus") not in ("failed", "undelivered"):
        return None
    known = int(code) if code.isascii() and code.isdigit() else None
    return Failure(key, f"Twilio {known}", gone=known in _GONE)


def has_media(form: Form) -> bool:
    return form.get("NumMedia", "").strip("0") != ""


def judge(answer: Answer, clock: Clock) -> None:
    """Raises as Sender.judge does."""
    code = _code(answer.body)
    if code in _GONE:
        raise Gone(f"Twilio {code}")
    if code in _PASSING:
        raise TryAgain(f"Twilio {code}", retry_after(answer, clock))
    try:
        judge_status(answer, clock)
    except Undeliverable:
        raise Undeliverable(f"HTTP {answer.status}, Twilio {code}") from None
    if code is not None:
        raise Undeliverable(f"Twilio {code}")


def refused(answer: Answer, account: str, token: str) -> str | None:
    """Why Twilio does not answer a question about the account; the names are the variables'."""
    if answer.status in (401, 403, 404):
        return f"{account} and {token} are not those of one account"
    if answer.status != 200 or not isinstance(answer.body, dict):
        return f"Twilio answers HTTP {answer.status}"
    return None


def _code(body: object) -> int | None:
    """Of an answer that refuses, or of a message that was taken and has failed since."""
    if not isinstance(body, dict):
        return None
    code = body.get("code") or body.get("error_code")
    return code if isinstance(code, int) and not isinstance(code, bool) else None


def _fields(body: bytes) -> MultiDict[str]:
    """ValueError for what is no form in UTF-8."""
    return MultiDict(
        parse_qsl(
            body.decode(),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    )
