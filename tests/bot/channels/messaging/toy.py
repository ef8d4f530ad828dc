"""The simplest platform that there could be, for tests of what all platforms share.

A call is a JSON list of events with the secret in a header; a message is taken by POST /messages.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any

from aiohttp import web

from bot.channels.messaging.platform import (
    Address,
    Call,
    Capabilities,
    Event,
    Message,
    Platform,
    Reply,
    Unverified,
)
from bot.clock import Clock
from bot.outbound.http import Answer, Post
from bot.outbound.outbox import Gone
from bot.outbound.retry import judge_status
from tests.fakes.platform import FakePlatform, Hook, Said

NAME = "toy"
SETTINGS = ("TOY_SECRET",)
DEFAULTS = {"TOY_API": "https://toy.example.com"}
SECRET = "a-secret-of-the-toy"


class ToyReceiver:
    def __init__(self, secret: str) -> None:
        self._secret = secret

    def verify(self, call: Call) -> None:
        given = call.headers.get("x-toy-secret", "")
        if given == "explode":
            raise ZeroDivisionError
        if not compare_digest(given.encode("utf-8", "surrogateescape"), self._secret.encode()):
            raise Unverified("another secret")

    def handshake(self, call: Call) -> Reply | None:
        return Reply(call.query["echo"]) if call.method == "GET" else None

    def events(self, call: Call) -> Sequence[Event]:
        return [
            Event(**{**given, "receipt": Reply(**given["receipt"]) if "receipt" in given else None})
            for given in json.loads(call.body)
        ]

    def acknowledgement(self) -> Reply:
        return Reply("ok")


@dataclass
class ToySender:
    url: str
    secret: str
    clock: Clock

    def posts(self, to: Address, message: Message) -> Sequence[Post]:
        *first, last = message.texts
        shown = {
            "choices": [[choice.title, choice.reference] for choice in message.choices],
            "links": [[link.text, link.url] for link in message.links],
        }
        bodies = [*({"text": text} for text in first), {"text": last, **shown}]
        return [
            self._post("/messages", {"to": to["name"], "key": f"{message.key}:{number}", **body})
            for number, body in enumerate(bodies)
        ]

    def judge(self, answer: Answer) -> None:
        if answer.status == 410:
            raise Gone("they have left")
        if answer.status == 400:
            raise KeyError(answer.body["no such thing"])
        judge_status(answer, self.clock)

    def typing(self, to: Address) -> Post | None:
        return self._post("/typing", {"to": to["name"]})

    def identity(self) -> Post:
        return Post(f"{self.url}/me", headers={"X-Toy-Secret": self.secret}, method="GET")

    def problems(self, answer: Answer, webhook: str) -> Sequence[str]:
        if answer.status == 401:
            return ["TOY_SECRET is refused"]
        if answer.body["webhook"] != webhook:
            return [f"the webhook is {answer.body['webhook']}, and should be {webhook}"]
        return []

    def _post(self, path: str, body: Mapping[str, Any]) -> Post:
        return Post(self.url + path, json=body, headers={"X-Toy-Secret": self.secret})


@dataclass
class Kit:
    """As a module of `platforms/` is."""

    capabilities: Capabilities
    NAME: str = NAME
    SETTINGS: tuple[str, ...] = SETTINGS
    DEFAULTS: Mapping[str, str] = field(default_factory=lambda: DEFAULTS)

    def platform(self, settings: Mapping[str, str], clock: Clock) -> Platform:
        secret = settings["TOY_SECRET"]
        sender = ToySender(settings["TOY_API"], secret, clock)
        return Platform(NAME, self.capabilities, ToyReceiver(secret), sender)


class FakeToy(FakePlatform):
    """`blocked` are people who take nothing any more."""

    name = NAME

    def __init__(self) -> None:
        super().__init__()
        self.blocked: set[str] = set()
        self.typing: list[str] = []
        self.keys: list[str] = []
        self.registered = ""
        self._numbers = itertools.count(1)

    def settings(self) -> dict[str, str]:
        return {"TOY_SECRET": SECRET, "TOY_API": self.url}

    def message(self, person: str, text: str, event_id: str | None = None) -> Hook:
        return self.events(self.event(person, text=text, id=event_id))

    def press(self, person: str, title: str, reference: str) -> Hook:
        return self.events(self.event(person, kind="choice", text=title, choice=reference))

    def event(self, person: str, **more: Any) -> dict[str, Any]:
        given = {name: value for name, value in more.items() if value is not None}
        return {
            "kind": "message",
            "id": f"e-{next(self._numbers)}",
            "peer": person,
            "address": {"name": person},
            **given,
        }

    def events(self, *events: dict[str, Any]) -> Hook:
        return Hook(json.dumps(list(events)).encode(), {"X-Toy-Secret": SECRET})

    def routes(self) -> Sequence[web.RouteDef]:
        return [
            web.post("/messages", self._take),
            web.post("/typing", self._type),
            web.get("/me", self._me),
        ]

    async def _take(self, request: web.Request) -> web.Response:
        fault = await self.obey_fault(taken=False)
        if fault is not None:
            return fault
        body = await request.json()
        if body["to"] in self.blocked:
            return web.json_response({}, status=410)
        self.forbid(not body["text"].strip(), "an empty text")
        choices = tuple((title, reference) for title, reference in body.get("choices", ()))
        links = tuple((text, url) for text, url in body.get("links", ()))
        self.keys.append(body["key"])
        self.note(body["to"], Said(body["text"], choices, links))
        return await self.obey_fault(taken=True) or web.json_response({})

    async def _type(self, request: web.Request) -> web.Response:
        self.typing.append((await request.json())["to"])
        return web.json_response({})

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("X-Toy-Secret") != SECRET:
            return web.json_response({}, status=401)
        return web.json_response({"webhook": self.registered or self.webhook})
