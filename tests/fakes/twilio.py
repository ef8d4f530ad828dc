"""Twilio on loopback, for its channels: webhooks signed as Twilio signs them, and the Messages API.

Written after https://www.twilio.com/docs/usage/webhooks/webhooks-security (not with Twilio's own
library, which is what it tests), https://www.twilio.com/docs/messaging/guides/webhook-request and
https://www.twilio.com/docs/api/errors.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from aiohttp import web

from tests.fakes.platform import FakePlatform, Hook, Said

ACCOUNT = "AC" + "0a" * 16
TOKEN = "the-auth-token-of-the-account-0a"
LONGEST_BODY = 1600
_NUMBERED = re.compile(r"^(\d{1,2})\. (.+)$", re.MULTILINE)
_CREDENTIALS = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()


class Refusal(NamedTuple):
    code: int
    message: str
    status: int = 400


UNSUBSCRIBED = Refusal(21610, "Attempt to send to unsubscribed recipient")


def sign(url: str, form: Mapping[str, str], token: str = TOKEN) -> str:
    signed = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.digest(token.encode(), signed.encode(), hashlib.sha1)).decode()


class FakeTwilio(FakePlatform):
    """A choice that is a numbered line is seen as a button: its number is what is pressed."""

    ours: str
    wrong_sender: Refusal
    status = "active"
    numbers: tuple[dict[str, Any], ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.blocked: set[str] = set()
        self.reports: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._sids = itertools.count(1)

    @abstractmethod
    def address_of(self, person: str) -> str: ...

    @abstractmethod
    def incoming(self, person: str, text: str) -> dict[str, str]:
        """The channel's own fields of a message."""

    def refusal(self, person: str | None, form: Mapping[str, str]) -> Refusal | None:
        """What the channel does not take."""
        return UNSUBSCRIBED if person in self.blocked else None

    # --- people ---
    def message(self, person: str, text: str, event_id: str | None = None, **more: str) -> Hook:
        sid = event_id or self._sid()
        return self.hook(
            {
                "MessageSid": sid,
                "SmsMessageSid": sid,
                "SmsSid": sid,
                "AccountSid": ACCOUNT,
                "ApiVersion": "2010-04-01",
                "SmsStatus": "received",
                "From": self.address_of(person),
                "To": self.ours,
                "Body": text,
                "NumMedia": "0",
                "NumSegments": "1",
                **self.incoming(person, text),
                **more,
            }
        )

    def press(self, person: str, title: str, reference: str) -> Hook:
        return self.message(person, reference or title)

    def media(self, person: str, caption: str = "", kind: str = "image/jpeg") -> Hook:
        where = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/MM1/Media/ME1"
        return self.message(person, caption, NumMedia="1", MediaUrl0=where, MediaContentType0=kind)

    def receipt(self, person: str, status: str = "delivered") -> Hook:
        """How far a message of ours has come."""
        sid = self._sid()
        return self.hook(
            {
                "MessageSid": sid,
                "SmsSid": sid,
                "SmsStatus": status,
                "MessageStatus": status,
                "AccountSid": ACCOUNT,
                "ApiVersion": "2010-04-01",
                "From": self.ours,
                "To": self.address_of(person),
            }
        )

    def failure(self, person: str, code: int) -> Hook:
        """What it tells later of the last message that it took for them."""
        with self.lock:
            at = self.reports[person]
        sid, parts = self._sid(), urlsplit(at)
        form = {
            "MessageSid": sid,
            "SmsSid": sid,
            "SmsStatus": "undelivered",
            "MessageStatus": "undelivered",
            "ErrorCode": str(code),
            "AccountSid": ACCOUNT,
            "From": self.ours,
            "To": self.address_of(person),
        }
        signed = self.hook(form, at)
        return Hook(signed.body, signed.headers, dict(parse_qsl(parts.query)))

    def hook(self, form: Mapping[str, str], at: str | None = None) -> Hook:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "I-Twilio-Idempotency-Token": f"token-{form.get('MessageSid')}",
            "X-Twilio-Signature": sign(at or self.webhook, form),
        }
        return Hook(urlencode(form).encode(), headers)

    def person_at(self, address: str) -> str | None:
        people = (name for name, known in self._addresses.items() if known == address)
        return next(people, None)

    def number_of(self, person: str) -> str:
        """+1 514 555-0100 and on."""
        if person not in self._addresses:
            self._addresses[person] = self._next_address(len(self._addresses))
        return self._addresses[person]

    def _next_address(self, number: int) -> str:
        return f"+1514555{100 + number:04}"

    def _sid(self) -> str:
        return f"SM{next(self._sids):032x}"

    # --- the API ---
    def routes(self) -> Sequence[web.RouteDef]:
        account = f"/2010-04-01/Accounts/{ACCOUNT}"
        return [
            web.post(f"{account}/Messages.json", self._take),
            web.get(f"{account}.json", self._show_account),
            web.get(f"{account}/IncomingPhoneNumbers.json", self._show_numbers),
        ]

    async def _take(self, request: web.Request) -> web.Response:
        if not _is_signed_in(request):
            return _refused(Refusal(20003, "Authenticate", 401))
        fault = await self.obey_fault(taken=False)
        if fault is not None:
            return fault
        form = {name: str(value) for name, value in (await request.post()).items()}
        person = self.person_at(form.get("To", ""))
        broken = self.broken(form)
        self.forbid(broken is not None, str(broken))
        refusal = broken or self.refusal(person, form)
        if refusal is not None:
            return _refused(refusal)
        with self.lock:
            self.reports[person or ""] = form.get("StatusCallback", "")
        self.note(person or "", seen(form["Body"]))
        return await self.obey_fault(taken=True) or web.json_response(self._taken(form), status=201)

    def broken(self, form: Mapping[str, str]) -> Refusal | None:
        """What no channel takes."""
        if not form.get("To"):
            return Refusal(21604, "A 'To' phone number is required.")
        if self.person_at(form["To"]) is None:
            return Refusal(21211, "Invalid 'To' Phone Number")
        if not form.get("Body"):
            return Refusal(21602, "Message body is required.")
        if len(form["Body"].encode("utf-16-le")) // 2 > LONGEST_BODY:
            return Refusal(21617, "The concatenated message body exceeds the 1600 character limit")
        if form.get("From") != self.ours:
            return self.wrong_sender
        if not form.get("StatusCallback", self.webhook).startswith(self.webhook):
            return Refusal(21609, "Invalid 'StatusCallback' URL")
        return None

    def _taken(self, form: Mapping[str, str]) -> dict[str, Any]:
        return {
            "sid": self._sid(),
            "account_sid": ACCOUNT,
            "from": form["From"],
            "to": form["To"],
            "body": form["Body"],
            "status": "queued",
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
        }

    async def _show_account(self, request: web.Request) -> web.Response:
        if not _is_signed_in(request):
            return _refused(Refusal(20003, "Authenticate", 401))
        return web.json_response({"sid": ACCOUNT, "status": self.status, "type": "Full"})

    async def _show_numbers(self, request: web.Request) -> web.Response:
        if not _is_signed_in(request):
            return _refused(Refusal(20003, "Authenticate", 401))
        return web.json_response({"incoming_phone_numbers": list(self.numbers), "page": 0})


def seen(text: str) -> Said:
    return Said(text, tuple((title, number) for number, title in _NUMBERED.findall(text)))


def _is_signed_in(request: web.Request) -> bool:
    return request.headers.get("Authorization") == f"Basic {_CREDENTIALS}"


def _refused(refusal: Refusal) -> web.Response:
    body = {
        "code": refusal.code,
        "message": refusal.message,
        "more_info": f"https://www.twilio.com/docs/errors/{refusal.code}",
        "status": refusal.status,
    }
    return web.json_response(body, status=refusal.status)
