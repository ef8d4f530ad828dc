"""Every messaging platform at once, in front of one running stack: a scenario is played on each as
on the terminal, and what the bot made of it is read from what it has stored.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

import sqlalchemy as sa
from rasa.shared.core.domain import Domain

from bot.channels.messaging.addresses import address
from bot.channels.messaging.platform import Call, Event
from bot.channels.messaging.registry import KITS, configured, kit_of
from bot.clock import frozen
from bot.engine.turns import turn_of
from bot.language.conversation import known_locale
from bot.model import ROOT
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running
from bot.store.outbox import Cursors
from bot.store.peers import Peer, Peers
from bot.store.tables import transcript
from bot.store.trackers import TrackerStore
from bot.store.transcript import Transcript
from tests.bot.loop import Loop
from tests.dialogues.expectations import plain
from tests.fakes.messenger import FakeMessenger
from tests.fakes.platform import FakePlatform, Said
from tests.fakes.slack import FakeSlack
from tests.fakes.telegram import FakeTelegram
from tests.fakes.twilio_sms import FakeTwilioSms
from tests.fakes.twilio_whatsapp import FakeTwilioWhatsapp
from tests.fakes.whatsapp import FakeWhatsApp

NAMES = tuple(kit.NAME for kit in KITS)
_FAKES: tuple[type[FakePlatform], ...] = (
    FakeSlack,
    FakeMessenger,
    FakeWhatsApp,
    FakeTwilioSms,
    FakeTwilioWhatsapp,
    FakeTelegram,
)
_PATIENCE_SECONDS = 20.0
_ROUND_SECONDS = 0.004
# Signed in for as long as any test runs.
_FAR = 4e9


@contextmanager
def serving(model: Path, state: Path, now: str) -> Iterator[Platforms]:
    """The three processes with every platform configured, and the fakes beside them."""
    with ExitStack() as closing:
        loop = Loop()
        closing.callback(loop.stop)
        ours, clock = stack(any_ports(), state, model, now), frozen(now)
        public_url = ours.page.rstrip("/")
        fakes = {fake.name: fake for fake in (make() for make in _FAKES)}
        settings = {"PRORATA_PUBLIC_URL": public_url}
        for fake in fakes.values():
            fake.clock = clock
            closing.enter_context(fake.serving(loop))
            fake.webhook = address(public_url, fake.name)
            settings |= fake.settings()
        ours = replace(ours, environment={**ours.environment, **settings})
        closing.enter_context(running(ours, lambda text: None))
        yield Platforms(ours, fakes)


class Platforms:
    """`fakes` by name; the database is read beside the bot, which alone writes conversations."""

    def __init__(self, ours: Stack, fakes: Mapping[str, FakePlatform]) -> None:
        self.stack, self.fakes = ours, fakes
        self._env = ours.environment
        clock = frozen(self._env["PRORATA_NOW"])
        self._trackers = TrackerStore(
            Domain.load(ROOT / "domain.yml"), db=self._env["PRORATA_DATABASE"]
        )
        self._one_reader = Lock()
        engine = sa.create_engine(f"sqlite:///{self._env['PRORATA_DATABASE']}")
        self._engine, self._cursors = engine, Cursors(engine)
        self._transcript, self._peers = Transcript(engine, clock), Peers(engine, clock)
        self._kits = {
            name: kit_of(name).platform(given, clock)
            for name, given in configured(self._env).items()
        }

    def person(self, name: str, who: str, locale: str | None, account: str | None) -> Person:
        """Somebody whom the platform knows to have this locale, and who is signed in."""
        fake = self.fakes[name]
        if isinstance(fake, FakeTelegram):
            fake.languages[who] = locale or ""
        event = self._first_event(name, who)
        key = self._key(f"{name}:{event.peer}")
        self._peers.meet(Peer(key, key, name, event.address, known_locale(locale)))
        if account is not None:
            self._peers.sign_in(key, account, _FAR)
        return Person(self, fake, who, key)

    def _first_event(self, name: str, who: str) -> Event:
        hook = self.fakes[name].message(who, "…")
        headers = {key.lower(): value for key, value in hook.headers.items()}
        url = self.fakes[name].webhook
        (event,) = self._kits[name].receiver.events(Call("POST", url, headers, {}, hook.body))
        return event

    def _key(self, peer: str) -> str:
        """As bot/channels/messaging/listener.py makes it."""
        secret = self._env["PRORATA_WEB_SECRET"].encode()
        key = hmac.digest(secret, b"prorata:peers", hashlib.sha256)
        return hmac.digest(key, peer.encode(), hashlib.sha256).hex()[:32]

    def heard(self, conversation: str) -> int:
        """How many messages of the customer's are stored."""
        mine = transcript.c.conversation == conversation, transcript.c.author == "customer"
        query = sa.select(sa.func.count()).select_from(transcript).where(*mine)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def is_done(self, name: str, conversation: str, heard: int) -> bool:
        """That many are heard and answered, and everything is where it should go."""
        if self.heard(conversation) < heard:
            return False
        mine = transcript.c.conversation == conversation, ~transcript.c.answered
        with self._engine.connect() as connection:
            if connection.execute(sa.select(transcript.c.seq).where(*mine)).first():
                return False
        return self._cursors.of(name, conversation).seq >= self.last_seq(conversation)

    def turn(self, conversation: str, after: int) -> dict[str, Any]:
        """What was said after the entry, and the state in which it leaves the conversation."""
        entries = self._transcript.after(conversation, after, at_most=100)
        said = [entry.body for entry in entries if entry.author != "customer"]
        with self._one_reader:
            tracker = asyncio.run(self._trackers.retrieve(conversation))
        if tracker is None:
            language = entries[-1].language if entries else None
            return {"messages": said, "intent": None, "form": None, "language": language}
        return asdict(turn_of(tracker, said))

    def last_seq(self, conversation: str) -> int:
        entries = self._transcript.since(conversation, 0, at_most=1)
        return entries[-1].seq if entries else 0


@dataclass
class Person:
    platforms: Platforms
    fake: FakePlatform
    name: str
    conversation: str

    def say(self, text: str) -> dict[str, Any]:
        return self._done(self.fake.message(self.name, text))

    def press(self, title: str) -> dict[str, Any]:
        """As the platform has it: a button, or the number before the title."""
        for said in reversed(self.fake.seen_by(self.name)):
            for shown, reference in said.choices:
                if plain(shown) == plain(title):
                    return self._done(self.fake.press(self.name, title, reference))
            number = _number_of(title, said)
            if number is not None:
                return self.say(number)
        raise AssertionError(f"nobody on {self.fake.name} sees « {title} »")

    def _done(self, hook: Any) -> dict[str, Any]:
        before = self.platforms.last_seq(self.conversation)
        heard = self.platforms.heard(self.conversation) + 1
        answer = self.fake.call(hook)
        assert answer.status_code == 200, f"{self.fake.name}: {answer.status_code}"
        until = time.monotonic() + _PATIENCE_SECONDS
        while not self.platforms.is_done(self.fake.name, self.conversation, heard):
            assert time.monotonic() < until, f"{self.fake.name}: no answer"
            time.sleep(_ROUND_SECONDS)
        return self.platforms.turn(self.conversation, before)


def _number_of(title: str, said: Said) -> str | None:
    lines = [line.partition(". ") for line in said.text.splitlines()]
    return next(
        (number for number, _, rest in lines if plain(rest) == plain(title) and number.isdigit()),
        None,
    )
