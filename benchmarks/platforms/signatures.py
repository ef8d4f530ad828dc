"""Any body as the platform's own call: signed, however little sense it makes."""

from __future__ import annotations

import hashlib
import hmac
import json
import random
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from benchmarks.platforms.mutations import garbled, mutated, mutated_form
from tests.fakes.graph import APP_SECRET, FakeGraph
from tests.fakes.platform import FakePlatform, Hook
from tests.fakes.slack import SIGNING_SECRET, FakeSlack
from tests.fakes.telegram import SECRET
from tests.fakes.twilio import FakeTwilio

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


def odd_call(fake: FakePlatform, recorded: Any, chance: random.Random) -> Hook:
    if isinstance(fake, FakeTwilio):
        hook = fake.hook(mutated_form(recorded, chance))  # it signs fields, not bytes
        # A MessageSid of anything fits into no header.
        kept = {name: hook.headers[name] for name in ("Content-Type", "X-Twilio-Signature")}
        return replace(hook, headers=kept)
    value = mutated(recorded, chance)
    text, kind = json.dumps(value, ensure_ascii=chance.random() < 0.9), _JSON
    if isinstance(fake, FakeSlack) and "trigger_id" in recorded:
        text, kind = urlencode({"payload": json.dumps(value)}), _FORM
    body = garbled(text.encode("utf-8", "surrogatepass"), chance)
    return Hook(body, {"Content-Type": kind, **_signed(fake, body)})


def _signed(fake: FakePlatform, body: bytes) -> dict[str, str]:
    if isinstance(fake, FakeGraph):
        digest = hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
        return {"X-Hub-Signature-256": f"sha256={digest}"}
    if isinstance(fake, FakeSlack):
        stamp = str(int(fake.clock().timestamp()))
        # As https://api.slack.com/authentication/verifying-requests-from-slack has it, of any bytes.
        digest = hmac.new(
            SIGNING_SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256
        ).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}
    return {"X-Telegram-Bot-Api-Secret-Token": SECRET}
