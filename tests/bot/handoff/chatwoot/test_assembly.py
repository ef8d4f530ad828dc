"""The whole way over HTTP, with the real words: from a customer's button to an agent at Chatwoot and
back, in both languages; and a Chatwoot that is slow, refuses, or comes back later.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from aiohttp import web

from bot.channels.delivery import Delivery
from bot.channels.reception import Incoming, Reception
from bot.desk.assembly import Desk, desk
from bot.handoff.chatwoot.assembly import Chatwoot
from bot.handoff.chatwoot.webhook import PATH
from bot.handoff.commands import PAYLOADS
from bot.site.server import Site
from bot.store.transcript import Entry, Transcript
from tests.bot.channels.conftest import new_engine
from tests.bot.channels.web.harness import EchoBot, Time
from tests.bot.desk.office import Customers, words
from tests.bot.loop import Loop
from tests.fakes.chatwoot import ANNA, FakeChatwoot, shape, signed

SECRET = "the-secret-of-the-web-channel"


@dataclass
class Served:
    """Chatwoot and ours, each on a port of its own."""

    loop: Loop
    there: FakeChatwoot
    url: str
    desk: Desk
    reception: Reception
    transcript: Transcript
    customers: Customers
    time: Time
    answers: list[web.Response | float]
    calls: Iterator[int] = field(default_factory=itertools.count)

    def hear(self, text: str, **more: Any) -> None:
        async def heard() -> None:
            entry, _ = self.reception.hear(Incoming("c", "web", text, **more))
            await self.reception.answer(entry)

        self.loop.run(heard())

    def call(self) -> None:
        hooks, self.there.hooks = self.there.hooks, []
        for hook in hooks:
            raw, headers = signed(hook, self.time().timestamp(), f"delivery-{next(self.calls)}")
            assert requests.post(self.url + PATH, data=raw, headers=headers, timeout=10).ok

    def until(self, condition: Callable[[], bool]) -> None:
        async def wait() -> None:
            while not condition():
                await asyncio.sleep(0.002)

        self.loop.run(asyncio.wait_for(wait(), 20))

    def tick(self, seconds: float = 0.0) -> None:
        async def tick() -> None:
            self.time.pass_by(seconds)
            await self.desk.tick()

        self.loop.run(tick())

    def shown(self) -> list[Entry]:
        return [e for e in self.customers.shown.get("c", []) if e.author != "customer"]


def started(loop: Loop, routes: list[web.RouteDef], stops: list[Site]) -> str:
    app = web.Application()
    app.add_routes(routes)
    site = Site(app, "127.0.0.1", 0)
    loop.run(site.start())
    stops.append(site)
    (address, *_) = site._runner.addresses  # type: ignore[union-attr]
    return f"http://127.0.0.1:{address[1]}"


@contextmanager
def serving(loop: Loop) -> Iterator[Served]:
    there, answers, stops = FakeChatwoot(), [], []  # type: ignore[var-annotated]

    async def answer(request: web.Request) -> web.Response:
        body = await request.json() if request.method == "POST" else None
        instead = answers.pop(0) if answers else None
        if isinstance(instead, web.Response):
            return instead
        await asyncio.sleep(instead or 0.0)
        token = request.headers.get("api_access_token")
        status, value = there.respond(request.method, str(request.rel_url), body, token)
        return web.json_response(value, status=status)

    async def sleep(seconds: float) -> None:
        """Nobody waits for it here: the next attempt is at once."""
        time.pass_by(seconds)
        await asyncio.sleep(0)

    there.url = started(loop, [web.route("*", "/{path:.*}", answer)], stops)
    engine, time = new_engine(), Time()
    transcript, customers, bot = Transcript(engine, time), Customers(), EchoBot(engine)
    delivery = Delivery({"web": customers})
    given = (there.settings, SECRET, engine, time, None, lambda: time.seconds, sleep)
    ours = desk(engine, transcript, delivery, words().sentence, (), time, Chatwoot(*given))
    reception = Reception(bot, transcript, delivery, ours.customers)
    url = started(loop, ours.routes, stops)
    served = Served(loop, there, url, ours, reception, transcript, customers, time, answers)
    try:
        served.tick()
        yield served
    finally:
        loop.run(ours.stop())
        for site in stops:
            loop.run(site.stop())


@pytest.fixture
def served(loop: Loop) -> Iterator[Served]:
    with serving(loop) as served:
        yield served
    assert served.there.violations == []


JOINED = {"en_CA": "Anna has joined", "fr_CA": "Anna"}
BACK = {"en_CA": "Anna has left. The bot answers again", "fr_CA": "robot"}


@pytest.mark.parametrize("locale", ["en_CA", "fr_CA"])
def test_there_and_back(served: Served, locale: str) -> None:
    served.hear("please", payload=PAYLOADS["join"], locale=locale)
    served.until(lambda: bool(served.there.chats) and len(served.there.chat.labels) == 2)
    assert served.there.chat.labels == [f"language-{locale[:2]}", "reason-asked"]
    before, summary = served.there.chat.read(notes=True)
    assert before.startswith("**What was said with the bot**\n**Customer:** please")
    assert "**Reason:** Asked for a person" in summary
    served.there.write(served.there.chat, ANNA, "Hello **there**")
    served.call()
    served.until(lambda: bool(served.shown()) and served.shown()[-1].author == "agent")
    joined, said = served.shown()[-2:]
    assert JOINED[locale] in joined.body["text"] and joined.body["holder"] == "held"
    assert said.body == {"text": "Hello there", "agent": "Anna"}
    served.hear("3 seats")
    served.until(lambda: served.there.chat.read() == ["3 seats"])
    served.there.types(served.there.chat, ANNA)
    served.call()
    served.until(lambda: served.customers.typing_now[-1:] == [("c", True)])
    served.there.resolve(served.there.chat)
    served.call()
    served.until(lambda: served.shown()[-1].body.get("holder") == "bot")
    assert BACK[locale] in served.shown()[-1].body["text"]
    served.hear("how much?")
    assert served.shown()[-1].body["response"] == "utter_echo"


def test_a_person_is_offered_while_somebody_is_online(served: Served) -> None:
    def offered() -> bool:
        return "join" in served.desk.customers._offers.open_to("en_CA")

    served.until(offered)
    served.there.members[ANNA] = "offline"
    served.tick(31)
    served.until(lambda: not offered())


@pytest.mark.parametrize("locale", ["en_CA", "fr_CA"])
def test_who_waits_while_chatwoot_is_down_is_told(served: Served, locale: str) -> None:
    served.until(lambda: served.there.asked == ["GET /inbox_members/7"])
    served.answers += [web.Response(status=503) for _ in range(12)]
    served.hear("please", payload=PAYLOADS["join"], locale=locale)
    late = {"en_CA": "I can’t reach our team’s desk", "fr_CA": "Je n’arrive pas à joindre"}[locale]
    served.until(lambda: any(late in entry.body["text"] for entry in served.shown()))
    served.until(lambda: bool(served.there.chats) and len(served.there.chat.labels) == 2)
    assert len(served.there.chat.read(notes=True)) == 2


@pytest.mark.parametrize("trouble", ["slow", 401, 429, "page"])
def test_what_passes_is_waited_out(served: Served, trouble: Any) -> None:
    served.until(lambda: served.there.asked == ["GET /inbox_members/7"])
    answers: dict[Any, web.Response | float] = {
        "slow": 0.05,
        401: web.json_response(shape("unauthorized"), status=401),
        429: web.Response(status=429, headers={"Retry-After": "30"}),
        "page": web.Response(text="<html>", content_type="text/html"),
    }
    began = served.time().timestamp()
    served.answers.append(answers[trouble])
    served.hear("please", payload=PAYLOADS["join"])
    served.until(lambda: bool(served.there.chats) and len(served.there.chat.labels) == 1)
    assert len(served.there.chat.read(notes=True)) == 2
    assert served.time().timestamp() - began >= {429: 30, "slow": 0}.get(trouble, 1)


def test_a_large_page_of_messages_is_read_whole(served: Served) -> None:
    served.hear("please", payload=PAYLOADS["join"])
    served.until(lambda: bool(served.there.chats))
    for number in range(90):
        served.there.write(served.there.chat, ANNA, f"{number} " + "word " * 900)
    served.there.hooks = served.there.hooks[-1:]
    served.call()
    served.until(lambda: sum(entry.author == "agent" for entry in served.shown()) == 90 * 5)


def test_a_call_that_is_not_signed_changes_nothing(served: Served) -> None:
    body = shape("webhook_message_created")
    assert requests.post(served.url + PATH, json=body, timeout=10).status_code == 401
