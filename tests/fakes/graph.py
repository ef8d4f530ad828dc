"""Meta's half that Messenger and WhatsApp share: signed webhooks, a token, errors as they are."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from tests.fakes.platform import FakePlatform, Hook

APP_SECRET = "0123456789abcdef0123456789abcdef"
TOKEN = "EAAB-a-token-of-the-graph-api"
VERIFY_TOKEN = "the-verify-token"
VERSION = "v25.0"


class Refusal(Exception):
    def __init__(
        self, code: int, message: str, subcode: int | None = None, status: int = 400
    ) -> None:
        super().__init__(message)
        self.code, self.subcode, self.status = code, subcode, status


class FakeGraph(FakePlatform):
    """`blocked` have blocked us; for those `outside_window` more than 24 hours have passed."""

    node: str
    """The id of the page, or of the number."""

    def __init__(self) -> None:
        super().__init__()
        self.blocked: set[str] = set()
        self.outside_window: set[str] = set()
        self.typing_shown: list[str] = []
        self._people: dict[str, str] = {}
        self._count = itertools.count(1)

    # --- people ---
    def id_of(self, person: str) -> str:
        digits = int.from_bytes(
            hashlib.sha256(f"{self.name}:{person}".encode()).digest()[:6], "big"
        )
        number = f"1{digits:015d}"
        with self.lock:
            self._people[number] = person
        return number

    def new_id(self) -> str:
        with self.lock:
            return f"{self.name}.{next(self._count)}"

    def seconds(self) -> int:
        return int(self.clock().timestamp())

    def signed(self, body: Mapping[str, Any]) -> Hook:
        raw = json.dumps(body, ensure_ascii=True).encode()
        signature = hmac.new(APP_SECRET.encode(), raw, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "X-Hub-Signature-256": f"sha256={signature}"}
        return Hook(raw, headers)

    def handshake(self, token: str = VERIFY_TOKEN) -> Hook:
        query = {"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "1158201444"}
        return Hook(b"", {}, query, "GET")

    # --- the API ---
    def routes(self) -> Sequence[web.RouteDef]:
        return [
            web.post(f"/{VERSION}/{self.node}/messages", self._post),
            web.get(f"/{VERSION}/{{node}}", self._get),
        ]

    @abstractmethod
    async def take(self, value: Mapping[str, Any]) -> web.Response:
        """A message or an action; raises Refusal."""

    @abstractmethod
    def describe(self, node: str, fields: str) -> Mapping[str, Any]:
        """What is told of a node; raises Refusal."""

    async def _post(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            value = await request.json()
            return await self.take(value)
        except Refusal as refusal:
            return _error(refusal)
        except json.JSONDecodeError:
            self.forbid(True, "the body is no JSON")
            return _error(Refusal(100, "Invalid parameter"))

    async def _get(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            described = self.describe(request.match_info["node"], request.query.get("fields", ""))
        except Refusal as refusal:
            return _error(refusal)
        return web.json_response(described)

    def _admit(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise Refusal(190, "Invalid OAuth access token - Cannot parse access token", status=401)
        proof = hmac.new(APP_SECRET.encode(), TOKEN.encode(), hashlib.sha256).hexdigest()
        if request.query.get("appsecret_proof", proof) != proof:
            raise Refusal(100, "Invalid appsecret_proof provided in the API argument")

    def insist(self, condition: bool, rule: str, code: int = 100) -> None:
        """A rule of the documentation, that the API refuses a message for."""
        self.forbid(not condition, rule)
        if not condition:
            raise Refusal(code, f"(#{code}) {rule}")

    def person_of(self, number: object) -> str | None:
        with self.lock:
            return self._people.get(number) if isinstance(number, str) else None


def _error(refusal: Refusal) -> web.Response:
    error = {
        "message": str(refusal),
        "type": "OAuthException",
        "code": refusal.code,
        "fbtrace_id": "AbCdEfGhIjKlMnOpQrStUv",
    }
    if refusal.subcode is not None:
        error["error_subcode"] = refusal.subcode
    return web.json_response({"error": error}, status=refusal.status)
