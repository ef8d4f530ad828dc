from __future__ import annotations

import random

import pytest

from benchmarks.platforms.mutations import documented
from benchmarks.platforms.signatures import odd_call
from bot.channels.messaging.platform import Call, Unverified
from bot.channels.messaging.registry import kit_of, settings_of
from bot.clock import environment_clock
from tests.fakes.messenger import FakeMessenger
from tests.fakes.platform import FakePlatform
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio_sms import FakeTwilioSms
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp
from tests.fakes.whatsapp import FakeWhatsApp

FAKES = [
    FakeMessenger,
    FakeSlack,
    FakeTelegram,
    FakeTwilioSms,
    FakeTwilioWhatsapp,
    FakeWhatsApp,
]


@pytest.mark.parametrize("make", FAKES, ids=lambda make: make.name)
def test_what_makes_no_sense_is_signed_all_the_same(make: type[FakePlatform]) -> None:
    fake = make()
    fake.url, fake.webhook = "http://127.0.0.1:1", "https://bot.example.com/channels/x"
    kit = kit_of(fake.name)
    receiver = kit.platform(settings_of(kit, fake.settings()), environment_clock()).receiver
    chance, known = random.Random(1), documented(fake.name)
    for _ in range(150):
        hook = odd_call(fake, chance.choice(known), chance)
        headers = {name.lower(): value for name, value in hook.headers.items()}
        call = Call("POST", fake.webhook, headers, {}, hook.body)
        if isinstance(fake, FakeSlack) and not _is_text(hook.body):
            with pytest.raises(Unverified):  # Slack signs text
                receiver.verify(call)
        else:
            receiver.verify(call)


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
