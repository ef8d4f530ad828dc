"""SMS through Twilio on loopback. With `obeys_words` Twilio itself obeys STOP and START, as it does
on long numbers (https://help.twilio.com/articles/223134027); with `says_so`, too, it tells us
(Advanced Opt-Out).
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.platform import Said
from tests.fakes.twilio import ACCOUNT, TOKEN, FakeTwilio, Refusal

_STOP = frozenset(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"])
_START = frozenset({"START", "YES", "UNSTOP"})
_HELP = frozenset({"HELP", "INFO"})
_SAID = {
    "STOP": "You have successfully been unsubscribed. Reply START to resubscribe.",
    "START": "You have successfully been re-subscribed.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


class FakeTwilioSms(FakeTwilio):
    name = "twilio_sms"
    ours = "+18555550199"
    wrong_sender = Refusal(21606, "The 'From' phone number provided is not valid")

    def __init__(self, *, obeys_words: bool = False, says_so: bool = False) -> None:
        super().__init__()
        self.obeys_words, self.says_so = obeys_words, says_so
        self.country, self.state = "", ""
        self.service = ""

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_TWILIO_SMS_ACCOUNT": ACCOUNT,
            "PRORATA_TWILIO_SMS_TOKEN": TOKEN,
            "PRORATA_TWILIO_SMS_SERVICE": self.service,
            "PRORATA_TWILIO_SMS_API": self.url,
        }

    def address_of(self, person: str) -> str:
        return self.number_of(person)

    def incoming(self, person: str, text: str) -> dict[str, str]:
        place = {
            f"{whose}{what}": value
            for whose in ("From", "To")
            for what, value in (
                ("Country", self.country),
                ("State", self.state),
                ("City", ""),
                ("Zip", ""),
            )
        }
        made_of_it = self._obey(person, text) if self.obeys_words else None
        return {**place, "OptOutType": made_of_it} if made_of_it and self.says_so else place

    def refusal(self, person: str | None, form: Mapping[str, str]) -> Refusal | None:
        if form.get("MessagingServiceSid", "") != self.service:
            return Refusal(21701, "The Messaging Service does not exist")
        return super().refusal(person, form)

    def _obey(self, person: str, text: str) -> str | None:
        """« YES » is an answer where nothing was stopped."""
        word = text.strip().upper()
        if word in _STOP:
            made_of_it = "STOP"
            self.blocked.add(person)
        elif word in _START and (person in self.blocked or word != "YES"):
            made_of_it = "START"
            self.blocked.discard(person)
        elif word in _HELP:
            made_of_it = "HELP"
        else:
            return None
        self.note(person, Said(_SAID[made_of_it]))
        return made_of_it
