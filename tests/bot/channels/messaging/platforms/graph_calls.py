"""Calls of a webhook as Meta makes them, with the payloads recorded in tests/contract/."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bot.channels.messaging.platform import Call, Receiver, Unreadable
from bot.outbound.http import Answer
from tests.fakes.graph import APP_SECRET

CONTRACT = Path(__file__).parents[4] / "contract"
# What Listener and Webhook expect of a body that makes no sense.
ALLOWED = (ValueError, KeyError, TypeError, AttributeError, IndexError)

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.just("x" * 99)
)
JSON = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def recorded(platform: str) -> dict[str, Any]:
    """Every payload of the platform, by its name."""
    files = sorted((CONTRACT / platform).glob("*.json"))
    return {file.stem: json.loads(file.read_text("utf-8")) for file in files}


def signature(body: bytes, secret: str = APP_SECRET) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def call(body: bytes, signed: str | None = None) -> Call:
    headers = {"x-hub-signature-256": signature(body) if signed is None else signed}
    return Call("POST", "https://bot.example.com/channels/x", headers, {}, body)


def call_of(value: Any) -> Call:
    return call(json.dumps(value).encode())


def handshake(**query: str) -> Call:
    named = {f"hub.{name}": value for name, value in query.items()}
    return Call("GET", "https://bot.example.com/channels/x", {}, named, b"")


def refusal(code: int, subcode: int | None = None, status: int = 400, **headers: str) -> Answer:
    error = {"message": "no", "type": "OAuthException", "code": code, "fbtrace_id": "A"}
    more = {} if subcode is None else {"error_subcode": subcode}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, {"error": {**error, **more}})


def read_what_can_be(receiver: Receiver, value: Any) -> None:
    """Nothing but what Webhook is prepared for comes out of it."""
    try:
        events = receiver.events(call_of(value))
    except ALLOWED:
        return
    for event in events:
        if isinstance(event, Unreadable):
            continue
        assert all(isinstance(text, str) for text in (event.id, event.peer, event.text))
        json.dumps(event.address)


def without_places(events: Iterable[Any]) -> list[Any]:
    """What cannot be read, by its exception's type alone."""
    return [
        Unreadable(one.what.split(" at ")[0]) if isinstance(one, Unreadable) else one
        for one in events
    ]


@st.composite
def mutated(draw: Any, payloads: Mapping[str, Any]) -> Any:
    """A recorded payload in which one value is another."""
    name = draw(st.sampled_from(sorted(payloads)))
    value = json.loads(json.dumps(payloads[name]))
    places = list(_places(value))
    container, key = places[draw(st.integers(0, len(places) - 1))]
    if draw(st.booleans()):
        container[key] = draw(JSON)
    else:
        del container[key]
    return value


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        yield value, key
        yield from _places(inner)
