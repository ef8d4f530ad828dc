"""The public server with its web channel on a free port, and a bot that only repeats.

As bot/site/assembly.py puts it together, but for Rasa, the clock and the rates.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event
from typing import Any

import sqlalchemy as sa

from bot.channels.delivery import Delivery
from bot.channels.limits import Buckets, Rate
from bot.channels.reception import Reception, Record
from bot.channels.turn import Turn
from bot.channels.web.buttons import Buttons
from bot.channels.web.channel import Sentence, WebChannel
from bot.channels.web.identity import Verifier
from bot.channels.web.membership import Membership
from bot.channels.web.outlet import Outlet
from bot.channels.web.sessions import Sessions
from bot.channels.web.speech import Rates, Speech
from bot.channels.web.tokens import SessionTokens
from bot.run.ports import free_ports
from bot.settings import IdentitySettings, WebSettings
from bot.site import demo
from bot.site.probes import Probes, routes
from bot.site.server import Site, application, socket_server
from bot.store.conversations import Conversations
from bot.store.feedback import Feedback
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import APOLOGY, NOW, TURN, NotingBot, desk_of, new_engine
from tests.bot.channels.web.widgets import Widget
from tests.bot.loop import Loop
from tests.socket_client import SocketClient

SECRET = "the-secret-of-the-web-channel:" + "x" * 34
IDENTITY = IdentitySettings("k" * 32, "https://www.example.com", "prorata")
SETTINGS = WebSettings(
    port=0,
    secret=SECRET,
    origins=("https://shop.example.com",),
    proxies=(),
    identity=IDENTITY,
    connections=100,
    connections_an_address=100,
    demo=True,
)
A_CONVERSATION = Rate(burst=10, per_second=0.5)
AN_ADDRESS = Rate(burst=400, per_second=40)
A_CONNECTION = Rate(burst=40, per_second=2)


@dataclass
class Time:
    """A clock that a test moves; `seconds` is the monotonic one."""

    now: datetime = NOW
    seconds: float = 1000.0

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds


@dataclass
class EchoBot(NotingBot):
    """Repeats each message as `response`, with the buttons that it is given."""

    response: str = "utter_echo"
    buttons: list[dict[str, str]] = field(default_factory=list)
    typing: list[tuple[str, bool]] = field(default_factory=list)
    _go_on: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self._go_on.set()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """It answers nothing before the end of the block."""
        self._go_on.clear()
        try:
            yield
        finally:
            self._go_on.set()

    def is_ready(self) -> bool:
        return True

    async def converse(self, heard: Entry, record: Record) -> Turn:
        self.heard.append(heard)
        while not self._go_on.is_set():
            await asyncio.sleep(0.001)
        if self.fails:
            return APOLOGY
        said: dict[str, Any] = {"response": self.response, "text": f"« {heard.body['text']} »"}
        turn = replace(TURN, messages=[said | ({"buttons": self.buttons} if self.buttons else {})])
        with self.engine.begin() as connection:
            record(connection, turn=turn)
        return turn


@dataclass
class Web:
    url: str
    loop: Loop
    time: Time
    bot: EchoBot
    engine: sa.engine.Engine
    channel: WebChannel
    conversations: Conversations
    transcript: Transcript
    tokens: SessionTokens
    reception: Reception
    site: Site
    _widgets: list[Widget] = field(default_factory=list)

    def widget(self, url: str | None = None, **headers: str) -> Widget:
        """Connected; it has asked for nothing yet."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        client = self.loop.run(SocketClient.connect(url or self.url, given))
        widget = Widget(self.loop, client)
        self._widgets.append(widget)
        return widget

    def tab(self, **session: Any) -> Widget:
        """One of our own widgets in its conversation."""
        widget = self.widget()
        widget.join(**session)
        return widget

    def until(self, condition: Callable[[], bool]) -> None:
        """Asked where the server runs: nothing else uses its store in the meantime."""

        async def wait() -> None:
            while not condition():
                await asyncio.sleep(0.001)

        self.loop.run(asyncio.wait_for(wait(), 10))

    def forget_what_was_heard(self) -> None:
        """As a process that has only just begun."""
        self.reception._answering.clear()
        self.reception._delivery._queued.clear()

    def all_answered(self) -> None:
        self.until(lambda: not self.transcript.unanswered())

    def left_by(self, widget: Widget) -> None:
        """The widget goes, and the server has noticed."""
        before = self.connected
        widget.close()
        self.until(lambda: self.connected < before)

    @property
    def connected(self) -> int:
        return len(self.channel._connections)

    def close(self) -> None:
        for widget in self._widgets:
            widget.close()

    @contextmanager
    def broken_store(self) -> Iterator[None]:
        def fail(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("disk full"))

        sa.event.listen(self.engine, "before_cursor_execute", fail)
        try:
            yield
        finally:
            sa.event.remove(self.engine, "before_cursor_execute", fail)


@contextmanager
def serving(
    loop: Loop, sentence: Sentence, an_address: Rate = AN_ADDRESS, **changed: Any
) -> Iterator[Web]:
    settings = replace(SETTINGS, port=free_ports(1)[0], **changed)
    engine, time = new_engine(), Time()
    bot = EchoBot(engine)
    sio = socket_server(settings)
    given = settings.identity
    verifier = Verifier(given.key, given.issuer, given.audience, time) if given else None
    conversations, transcript = Conversations(engine, time), Transcript(engine, time)
    tokens, buttons = SessionTokens(settings.secret, time), Buttons(settings.secret)
    sessions = Sessions(tokens, conversations)
    outlet = Outlet(sio, buttons, sessions)
    delivery = Delivery({"web": outlet})
    _, people, _ = desk_of(engine, transcript, delivery)
    reception = Reception(bot, transcript, delivery, people)
    rates = (
        Buckets(rate, lambda: time.seconds) for rate in (A_CONVERSATION, an_address, A_CONNECTION)
    )
    channel = WebChannel(
        Membership(sessions, verifier, outlet, transcript, time),
        Speech(reception, buttons, time),
        transcript,
        Feedback(engine, time),
        Rates(*rates),
        lambda *typing: bot.typing.append(typing),
        *(sentence, time),
    )
    sio.register_namespace(channel)
    more = routes(Probes(bot, engine, time))
    if settings.demo and verifier:
        more.append(demo.route(verifier))
    site = Site(application(settings, sio, more), "127.0.0.1", settings.port)
    loop.run(site.start())
    url = f"http://127.0.0.1:{settings.port}"
    web = Web(
        url, loop, time, bot, engine, channel, conversations, transcript, tokens, reception, site
    )
    try:
        yield web
    finally:
        web.close()
        loop.run(sio.shutdown())
        loop.run(site.stop())
