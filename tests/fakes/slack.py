"""A Slack workspace on loopback, with our app in it: people write to it, and mention it in #general.

Its calls are the recorded ones of tests/contract/slack, with other people and other words.
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from tests.fakes.platform import FakePlatform, Hook
from tests.fakes.slack_rules import faults_of, seen

RECORDED = Path(__file__).parents[1] / "contract" / "slack"
TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
SCOPES = "chat:write,im:history,app_mentions:read"
GENERAL = "C0LAN2Q65"
OUR_USER, OUR_BOT = "U0LAN0Z89", "B19LU7CSY"

_Payload = dict[str, Any]


class FakeSlack(FakePlatform):
    """`posted` are the bodies that chat.postMessage has taken. Nobody of `gone` can be reached; in
    #general an answer is seen by whoever reads `thread_of` its message.
    """

    name = "slack"

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[_Payload] = []
        self.gone: set[str] = set()
        self.scopes = SCOPES
        self._count = count(1)
        self._times: dict[str, str] = {}
        self._people: dict[str, str] = {}

    def settings(self) -> dict[str, str]:
        return {
            "PRORATA_SLACK_TOKEN": TOKEN,
            "PRORATA_SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "PRORATA_SLACK_API": f"{self.url}/api",
        }

    # --- people ---
    def message(self, person: str, text: str, event_id: str | None = None) -> Hook:
        return self.event(self._said("message_im", person, text, self._time(event_id)))

    def press(self, person: str, title: str, reference: str) -> Hook:
        payload = recorded("block_actions")
        payload["user"]["id"] = user_of(person)
        payload["channel"]["id"] = payload["container"]["channel_id"] = self._private(person)
        return self.pressed(payload, title, reference)

    def voice(self, person: str) -> Hook:
        return self.event(self._said("message_im_voice", person, "", self._time()))

    def edit(self, person: str, before: str, after: str, event_id: str | None = None) -> Hook:
        payload, at = recorded("message_changed"), self._time(event_id)
        event = payload["event"]
        event["channel"] = self._private(person)
        for name, text in (("message", after), ("previous_message", before)):
            event[name] |= {"user": user_of(person), "text": typed(text), "ts": at}
        event["message"]["edited"] = {"user": user_of(person), "ts": self._time()}
        return self.event(payload)

    def mention(self, person: str, text: str, event_id: str | None = None) -> Hook:
        """In #general. As a message it comes, too (`mention_again`)."""
        return self.event(self._mentioned("app_mention", person, text, event_id))

    def mention_again(self, person: str, text: str, event_id: str) -> Hook:
        return self.event(self._mentioned("message_channels_mention", person, text, event_id))

    def other(self, name: str, person: str) -> Hook:
        """A recorded event to which nobody expects an answer."""
        payload = recorded(name)
        event = payload["event"]
        ours = {OUR_USER, "USLACKBOT"}
        if "user" in event and event["user"] not in ours:
            event["user"] = user_of(person)
        if event.get("channel_type") == "im":
            event["channel"] = self._private(person)
        return self.event(payload)

    def again(self, hook: Hook, number: int = 1) -> Hook:
        """The same call, because we did not answer within three seconds."""
        retried = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_timeout"}
        return Hook(hook.body, {**hook.headers, **self._signed(hook.body), **retried})

    def thread_of(self, event_id: str) -> str:
        """The name under which the answers to a mention are seen."""
        return f"#general {self._times[event_id]}"

    def event(self, payload: _Payload) -> Hook:
        body = json.dumps(payload, ensure_ascii=False).encode()
        return Hook(body, {"Content-Type": "application/json", **self._signed(body)})

    def pressed(self, payload: _Payload, title: str, reference: str) -> Hook:
        (action,) = payload["actions"]
        action["text"]["text"], action["value"] = title, reference
        action["action_ts"] = self._time()
        body = urlencode({"payload": json.dumps(payload)}).encode()
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return Hook(body, form | self._signed(body))

    def _said(self, name: str, person: str, text: str, at: str) -> _Payload:
        payload = recorded(name)
        payload["event"].pop("blocks", None)
        payload["event"] |= {
            "user": user_of(person),
            "channel": self._private(person),
            "text": typed(text),
            "ts": at,
            "event_ts": at,
        }
        return payload

    def _mentioned(self, name: str, person: str, text: str, event_id: str | None) -> _Payload:
        payload, at = recorded(name), self._time(event_id)
        words = f"<@{OUR_USER}> {typed(text)}"
        payload["event"] |= {"user": user_of(person), "text": words, "ts": at, "event_ts": at}
        return payload

    def _private(self, person: str) -> str:
        channel = f"D{_digest(person)}"
        with self.lock:
            self._people[channel] = person
        return channel

    def _time(self, event_id: str | None = None) -> str:
        """Of a new event, or the same as before."""
        with self.lock:
            new = f"{int(self.clock().timestamp())}.{next(self._count):06}"
            return new if event_id is None else self._times.setdefault(event_id, new)

    def _signed(self, body: bytes) -> dict[str, str]:
        stamp = str(int(self.clock().timestamp()))
        signature = SignatureVerifier(SIGNING_SECRET).generate_signature(timestamp=stamp, body=body)
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": str(signature)}

    # --- the API ---
    def routes(self) -> Sequence[web.RouteDef]:
        return [
            web.post("/api/chat.postMessage", self._post_message),
            web.post("/api/auth.test", self._auth_test),
        ]

    async def _post_message(self, request: web.Request) -> web.Response:
        fault = await self.obey_fault(taken=False)
        if fault is not None:
            return fault
        said = await request.json() if request.content_type == "application/json" else None
        error = self._error(request, said)
        if error is not None:
            return web.json_response({"ok": False, "error": error})
        with self.lock:
            self.posted.append(said)
        self.note(self._reader(said), seen(said))
        fault = await self.obey_fault(taken=True)
        if fault is not None:
            return fault
        shown = {"type": "message", "user": OUR_USER, "bot_id": OUR_BOT, "text": said["text"]}
        return web.json_response(
            {"ok": True, "channel": said["channel"], "ts": self._time(), "message": shown}
        )

    def _error(self, request: web.Request, said: Any) -> str | None:
        if not _is_ours(request):
            return "invalid_auth"
        self.forbid(not isinstance(said, dict), "the body is a JSON object")
        if not isinstance(said, dict):
            return "invalid_json"
        channel = said.get("channel")
        if channel != GENERAL and (channel not in self._people or self._reader(said) in self.gone):
            return "channel_not_found"
        self.forbid(channel == GENERAL and "thread_ts" not in said, "channels are not flooded")
        faults = list(faults_of(said))
        for _, rule in faults:
            self.forbid(True, rule)
        return faults[0][0] if faults else None

    def _reader(self, said: Mapping[str, Any]) -> str:
        if said["channel"] == GENERAL:
            return f"#general {said.get('thread_ts')}"
        return self._people[said["channel"]]

    async def _auth_test(self, request: web.Request) -> web.Response:
        if not _is_ours(request):
            return web.json_response({"ok": False, "error": "invalid_auth"})
        found = {
            "ok": True,
            "url": "https://example.slack.com/",
            "team": "Example",
            "user": "prorata",
            "team_id": "T061EG9R6",
            "user_id": OUR_USER,
            "bot_id": OUR_BOT,
            "is_enterprise_install": False,
        }
        return web.json_response(found, headers={"X-OAuth-Scopes": self.scopes})


def recorded(name: str) -> _Payload:
    payload: _Payload = json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))
    return payload


def typed(text: str) -> str:
    """As Slack passes on what somebody has typed."""
    return html.escape(text, quote=False)


def user_of(person: str) -> str:
    return f"U{_digest(person)}"


def _digest(person: str) -> str:
    return hashlib.sha256(person.encode()).hexdigest()[:10].upper()


def _is_ours(request: web.Request) -> bool:
    return request.headers.get("Authorization") == f"Bearer {TOKEN}"
