"""WhatsApp through Twilio: https://www.twilio.com/docs/whatsapp/api

Free text within 24 hours of the customer's last message; choices are numbered lines, for buttons
would need a template in Twilio's Content API for each set of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.channels.messaging import programmable as twilio
from bot.channels.messaging import utf16
from bot.channels.messaging.platform import (
    Address,
    Capabilities,
    Event,
    Kind,
    Message,
    Platform,
)
from bot.channels.messaging.whatsapp_markup import first_line_bold, plain
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post

NAME = "twilio_whatsapp"
SETTINGS = _ACCOUNT, _TOKEN = "PRORATA_TWILIO_WHATSAPP_ACCOUNT", "PRORATA_TWILIO_WHATSAPP_TOKEN"
_API = "PRORATA_TWILIO_WHATSAPP_API"
DEFAULTS = {_API: twilio.API}

_SCHEME = "whatsapp:"
_LONGEST_ADDRESS = 160
_BOLD = len("**")
# A document without a caption has its name as Body.
_FILE_NAME = re.compile(r".+\.\w{1,5}")
# As UTF-16: Twilio counts what takes more bytes as more than one character (error 21617).
CAPABILITIES = Capabilities(text=twilio.LONGEST_BODY - _BOLD, length=utf16.length)


class WhatsappReceiver(twilio.Receiver):
    def _event(self, form: twilio.Form) -> Event | None:
        if not (_is_address(form["From"]) and _is_address(form["To"])):
            return None
        if form["From"] == form["To"] or form.get("MessageType") == "reaction":
            return None
        title, reference = _pressed(form)
        return Event(
            kind="choice" if reference else _kind(form),
            id=form["MessageSid"],
            peer=f"{form['To']} {form['From']}",
            address={"to": form["From"], "from": form["To"]},
            text=title or form.get("Body", ""),
            choice=reference,
        )


class WhatsappSender(twilio.Messages):
    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        """From the number that they have written to; a quote's first line is its amount."""
        first, *others = (plain(text) for text in message.texts)
        texts = [first_line_bold(first) if message.quote else first, *others]
        return [
            self._account.message(to, text, message.report_to) for text in texts if text.strip()
        ]

    def identity(self) -> Post:
        return self._account.get(".json")

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        """This API does not tell where a WhatsApp sender's messages go."""
        refused = twilio.refused(answer, _ACCOUNT, _TOKEN)
        if refused is not None:
            return [refused]
        status = answer.body.get("status")
        return [] if status == "active" else [f"Twilio says that the account is {status}"]


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    """ValueError for a setting that cannot be what it should be; the message holds no secret."""
    account = twilio.Account.of(settings[_ACCOUNT], settings[_TOKEN], address_in(settings, _API))
    receiver = WhatsappReceiver(settings[_TOKEN])
    return Platform(NAME, CAPABILITIES, receiver, WhatsappSender(account, clock))


def _pressed(form: twilio.Form) -> tuple[str, str | None]:
    """Of templates that others have sent from this number: none of ours has buttons."""
    title = form.get("ButtonText") or form.get("ListTitle") or ""
    return title, form.get("ButtonPayload") or form.get("ListId") or None


def _kind(form: twilio.Form) -> Kind:
    has_more = twilio.has_media(form) or "Latitude" in form
    said = form.get("Body", "").strip()
    if form.get("MessageType") == "document" and _FILE_NAME.fullmatch(said):
        said = ""
    return "media" if has_more and not said else "message"


def _is_address(given: str) -> bool:
    return given.startswith(_SCHEME) and given.isprintable() and len(given) <= _LONGEST_ADDRESS
