"""SMS and MMS through Twilio: https://www.twilio.com/docs/messaging/guides/webhook-request

Choices are numbered lines. The words that ask for silence are obeyed here (carrier_words.py), and
by Twilio on long numbers: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.channels.messaging import programmable as twilio
from bot.channels.messaging.carrier_words import Word, carrier_word, ends_silence
from bot.channels.messaging.gsm import for_sms, segments
from bot.channels.messaging.platform import (
    Address,
    Capabilities,
    Event,
    Kind,
    Message,
    Platform,
)
from bot.clock import Clock
from bot.confidential import address_in
from bot.outbound.http import Answer, Post

NAME = "twilio_sms"
SETTINGS = _ACCOUNT, _TOKEN = "PRORATA_TWILIO_SMS_ACCOUNT", "PRORATA_TWILIO_SMS_TOKEN"
_SERVICE = "PRORATA_TWILIO_SMS_SERVICE"
_API = "PRORATA_TWILIO_SMS_API"
DEFAULTS = {_SERVICE: "", _API: twilio.API}

# Two SMS may arrive in either order, so an answer should be one; Twilio takes 1,600 characters, and
# advises 320 at most, for carriers lose long ones. Six segments are 918 characters, 402 where they
# are not GSM's: each of our texts is one SMS, but for the longest quote in French.
_SEGMENTS = 6
CAPABILITIES = Capabilities(text=_SEGMENTS, opt_out=True, length=segments)

_SERVICE_FORM = re.compile(r"(MG[0-9a-f]{32})?", re.ASCII | re.IGNORECASE)
# Short codes and names (« Autodesk ») are programs': an answer would be answered.
_PERSON = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)
_OPT_OUT_TYPES: Mapping[str, Kind] = {"STOP": "stop", "START": "resume"}
# Where a country speaks one of our languages, that one.
_LANGUAGES = {"US": "en", "GB": "en", "FR": "fr"}


class SmsReceiver(twilio.Receiver):
    def _event(self, form: twilio.Form) -> Event | None:
        if not _PERSON.fullmatch(form["From"]) or form["From"] == form["To"]:
            return None
        if _opted(form) == "HELP":
            return None  # Twilio has given it already
        word, text = _word(form), form.get("Body", "")
        kind: Kind = "media" if twilio.has_media(form) and not text.strip() else "message"
        return Event(
            kind=word.kind if word else kind,
            id=form["MessageSid"],
            peer=f"{form['To']} {form['From']}",
            address={"to": form["From"], "from": form["To"]},
            text=text,
            locale=_locale(form, word.language if word else _language(form)),
            resumes=ends_silence(text),
        )


class SmsSender(twilio.Messages):
    def __init__(self, account: twilio.Account, service: str, clock: Clock) -> None:
        super().__init__(account, clock)
        self._service = {"MessagingServiceSid": service} if service else {}

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        """From the number that they have written to."""
        return [
            self._account.message(to, for_sms(text), message.report_to, **self._service)
            for text in message.texts
            if text.strip()
        ]

    def identity(self) -> Post:
        return self._account.get("/IncomingPhoneNumbers.json?PageSize=1000")

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        refused = twilio.refused(answer, _ACCOUNT, _TOKEN)
        if refused is not None:
            return [refused]
        numbers = [n for n in answer.body.get("incoming_phone_numbers", ()) if _calls(n, webhook)]
        if not numbers and not self._service:
            return [f"No number of the account sends its messages to {webhook}"]
        return list(_wrong_methods(numbers))


def platform(settings: Mapping[str, str], clock: Clock) -> Platform:
    """ValueError for a setting that cannot be what it should be; the message holds no secret."""
    account = twilio.Account.of(settings[_ACCOUNT], settings[_TOKEN], address_in(settings, _API))
    if not _SERVICE_FORM.fullmatch(settings[_SERVICE]):
        raise ValueError(f"{_SERVICE} must be MG and 32 hexadecimal digits, or empty")
    return Platform(
        NAME,
        CAPABILITIES,
        SmsReceiver(settings[_TOKEN]),
        SmsSender(account, settings[_SERVICE], clock),
    )


def _opted(form: twilio.Form) -> str:
    """What Twilio has made of the message, and done (Advanced Opt-Out)."""
    return form.get("OptOutType", "").upper()


def _word(form: twilio.Form) -> Word | None:
    """What Twilio has done, or what the message says."""
    word = carrier_word(form.get("Body", ""), short_code=not form["To"].startswith("+"))
    kind = _OPT_OUT_TYPES.get(_opted(form))
    return Word(kind, word.language if word else None) if kind else word


def _language(form: twilio.Form) -> str | None:
    """Of the place that the sender's number belongs to. What they write in weighs more."""
    if form.get("FromCountry") == "CA":
        return "fr" if form.get("FromState") == "QC" else "en"
    return _LANGUAGES.get(form.get("FromCountry", ""))


def _locale(form: twilio.Form, language: str | None) -> str | None:
    """None where a word of no language is answered in that of the conversation."""
    return f"{language}-{form.get('FromCountry', '')}".rstrip("-") if language else None


def _calls(number: Mapping[str, Any], webhook: str) -> bool:
    """An application's address wins over the number's own; after « # » stands how to retry."""
    url = str(number.get("sms_url") or "").partition("#")[0]
    return url == webhook and not number.get("sms_application_sid")


def _wrong_methods(numbers: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number in numbers:
        if number.get("sms_method") != "POST":
            yield f"{number.get('phone_number')} must call its webhook with POST"
