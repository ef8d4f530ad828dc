"""Whatever comes instead of what Slack records: it is read, or refused in the ways that are allowed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.channels.messaging.platforms.slack_calls import RECEIVER, form_call, json_call
from tests.fakes.slack import RECORDED, recorded

NAMES = sorted(path.stem for path in RECORDED.glob("*.json"))
ALLOWED = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


def survives(value: Any) -> None:
    for call in (json_call(value), form_call(value)):
        try:
            events = RECEIVER.events(call)
        except ALLOWED:
            continue
        finally:
            RECEIVER.handshake(call)
        for event in events:
            assert all(isinstance(v, str) for v in (event.id, event.peer, event.text))
            json.dumps(event.address)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(ANY_JSON)
def test_any_json(value: Any) -> None:
    survives(value)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    return [path] * bool(path) + [p for key in keys for p in places(value[key], (*path, key))]


def changed_at(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    *parents, last = path
    inner = value
    for key in parents:
        inner = inner[key]
    if new is ...:
        del inner[last]
    else:
        inner[last] = new
    return value


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.data(), st.sampled_from(NAMES), st.lists(ANY_JSON | st.just(...), max_size=3))
def test_recorded_calls_in_which_anything_is_changed(
    data: st.DataObject, name: str, news: list[Any]
) -> None:
    payload = recorded(name)
    for new in news:
        where = places(payload)
        if where:
            payload = changed_at(payload, data.draw(st.sampled_from(where)), new)
    survives(payload)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(body: bytes) -> None:
    for kind in ("application/json", "application/x-www-form-urlencoded", ""):
        call = replace(json_call(None), headers={"content-type": kind}, body=body)
        with suppress(*ALLOWED):
            RECEIVER.events(call)
        RECEIVER.handshake(call)
