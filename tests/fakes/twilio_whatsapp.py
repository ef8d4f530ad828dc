"""WhatsApp through Twilio on loopback: free text within a day of the customer's last message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from tests.fakes.platform import Hook
from tests.fakes.twilio import ACCOUNT, TOKEN, FakeTwilio, Refusal

_WINDOW = timedelta(hours=24)
_BLOCKED = Refusal(63014, "Channel message blocked by user action")
_TOO_LATE = Refusal(63016, "Failed to send freeform message outside the allowed window")


class FakeTwilioWhatsapp(FakeTwilio):
    name = "twilio_whatsapp"
    ours = "whatsapp:+18555550199"
    wrong_sender = Refusal(63007, "Twilio could not find a Channel with the specified From address")

    def __init__(self) -> None:
        super().__init__()
        self._wrote: dict[str, datetime] = {}

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_TWILIO_WHATSAPP_ACCOUNT": ACCOUNT,
            "PRORATA_TWILIO_WHATSAPP_TOKEN": TOKEN,
            "PRORATA_TWILIO_WHATSAPP_API": self.url,
        }

    def address_of(self, person: str) -> str:
        return self.number_of(person)

    def _next_address(self, number: int) -> str:
        return f"whatsapp:{super()._next_address(number)}"

    def incoming(self, person: str, text: str) -> dict[str, str]:
        self._wrote[person] = self.clock()
        return {
            "ProfileName": person,
            "WaId": self.address_of(person).partition("+")[2],
            "MessageType": "text",
            "ReferralNumMedia": "0",
        }

    def template_button(self, person: str, title: str, payload: str) -> Hook:
        """Of a template that somebody has sent from our number."""
        return self.message(
            person, title, MessageType="button", ButtonText=title, ButtonPayload=payload
        )

    def location(self, person: str) -> Hook:
        return self.message(
            person, "", MessageType="location", Latitude="45.5017", Longitude="-73.5673"
        )

    def refusal(self, person: str | None, form: Mapping[str, str]) -> Refusal | None:
        if person in self.blocked:
            return _BLOCKED
        wrote = self._wrote.get(person or "")
        return _TOO_LATE if wrote is None or self.clock() - wrote > _WINDOW else None
