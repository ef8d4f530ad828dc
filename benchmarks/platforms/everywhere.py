"""All of Prorata with every platform in front of it, and a bot that can be killed."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.platforms.book import Book
from benchmarks.web.server import Server
from bot.channels.messaging.addresses import address
from bot.channels.messaging.platform import Call, Event, Platform
from bot.channels.messaging.registry import configured, kit_of
from bot.clock import environment_clock
from bot.model import ready_model
from bot.progress import say
from bot.run.stack import DATABASE, any_ports, stack
from bot.run.supervisor import running
from tests.bot.channels.web.harness import Loop
from tests.fakes.messenger import FakeMessenger
from tests.fakes.platform import FakePlatform
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio_sms import FakeTwilioSms
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp
from tests.fakes.whatsapp import FakeWhatsApp

_FAKES: tuple[type[FakePlatform], ...] = (
    FakeSlack,
    FakeMessenger,
    FakeWhatsApp,
    FakeTwilioSms,
    FakeTwilioWhatsapp,
    FakeTelegram,
)


@dataclass(frozen=True)
class Everywhere:
    bot: Server
    fakes: Mapping[str, FakePlatform]
    book: Book
    _kits: Mapping[str, Platform]
    _secret: bytes

    @property
    def logs(self) -> str:
        """Of all three processes."""
        files = sorted(self.bot.state.glob("*.log"))
        return "\n".join(file.read_text("utf-8", errors="replace") for file in files)

    def conversation(self, fake: FakePlatform, who: str) -> str | None:
        key = hmac.digest(self._secret, b"prorata:peers", hashlib.sha256)
        peer = f"{fake.name}:{self._event(fake, who).peer}"
        # As bot/channels/messaging/listener.py makes it.
        return self.book.conversation(hmac.digest(key, peer.encode(), hashlib.sha256).hex()[:32])

    def _event(self, fake: FakePlatform, who: str) -> Event:
        hook = fake.message(who, "…")
        headers = {name.lower(): value for name, value in hook.headers.items()}
        call = Call(hook.method, fake.webhook, headers, {}, hook.body)
        (event,) = self._kits[fake.name].receiver.events(call)
        return event


@contextmanager
def serving(state: Path, model: Path | None = None) -> Iterator[Everywhere]:
    """Stopped in the end, and with it whatever was started again."""
    with ExitStack() as closing:
        loop = Loop()
        closing.callback(loop.stop)
        ours = stack(any_ports(), state, model or ready_model(say))
        public_url = ours.page.rstrip("/")
        fakes, settings = {}, {"PRORATA_PUBLIC_URL": public_url}
        for fake in (make() for make in _FAKES):
            closing.enter_context(fake.serving(loop))
            fake.webhook = address(public_url, fake.name)
            fakes[fake.name] = fake
            settings |= fake.settings()
        ours = replace(ours, environment={**ours.environment, **settings})
        others = tuple(service for service in ours.services if service.name != "bot")
        bot = Server(ours)
        bot.launch()
        closing.callback(bot.kill)
        closing.enter_context(running(replace(ours, services=others), say))
        bot.await_ready()
        kits = {
            name: kit_of(name).platform(given, environment_clock())
            for name, given in configured(ours.environment).items()
        }
        secret = ours.environment["PRORATA_WEB_SECRET"].encode()
        yield Everywhere(bot, fakes, Book(state / DATABASE, tuple(fakes)), kits, secret)
