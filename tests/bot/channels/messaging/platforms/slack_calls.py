"""Calls of Slack's as a receiver gets them, recorded or made by the fake."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from bot.channels.messaging.platform import Call, Event
from bot.channels.messaging.platforms.slack import platform
from tests.bot.channels.web.harness import Time
from tests.fakes.platform import Hook
from tests.fakes.slack import SIGNING_SECRET, TOKEN, recorded

SETTINGS = {
    "PRORATA_SLACK_TOKEN": TOKEN,
    "PRORATA_SLACK_SIGNING_SECRET": SIGNING_SECRET,
    "PRORATA_SLACK_API": "https://slack.com/api",
}
TIME = Time()
SLACK = platform(SETTINGS, TIME)
RECEIVER, SENDER = SLACK.receiver, SLACK.sender

_URL = "https://chat.example.com/channels/slack"


def call_of(hook: Hook, **changed: str) -> Call:
    """`changed` are other headers; an empty one is left out."""
    given = {name.lower(): value for name, value in hook.headers.items()}
    given |= {name.replace("_", "-"): value for name, value in changed.items()}
    headers = {name: value for name, value in given.items() if value}
    return Call(hook.method, _URL, headers, {}, hook.body)


def json_call(value: Any) -> Call:
    headers = {"content-type": "application/json"}
    return Call("POST", _URL, headers, {}, json.dumps(value).encode())


def form_call(value: Any) -> Call:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    return Call("POST", _URL, headers, {}, urlencode({"payload": json.dumps(value)}).encode())


def read(name: str) -> list[Event]:
    """The events of a recorded call."""
    call = form_call if name.startswith("block_actions") else json_call
    return list(RECEIVER.events(call(recorded(name))))
