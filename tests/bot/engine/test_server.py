"""The server over HTTP: probes, limits, parallel messages, and what it refuses to start with."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from tests.bot.engine.conftest import Server

pytestmark = pytest.mark.slow


def test_it_is_alive_and_ready(server: Server) -> None:
    live = requests.get(f"{server.url}/live", timeout=10)
    assert (live.status_code, live.json()) == (200, {"status": "live"})
    ready = requests.get(f"{server.url}/ready", timeout=10)
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")
    assert ready.json()["model"] == server.agent.model_name


def test_a_failing_store_is_not_ready(server: Server) -> None:
    with server.broken_store():
        ready = requests.get(f"{server.url}/ready", timeout=10)
        assert requests.get(f"{server.url}/live", timeout=10).status_code == 200
    assert (ready.status_code, ready.json()) == (503, {"status": "OperationalError"})
    assert requests.get(f"{server.url}/ready", timeout=10).status_code == 200


def test_without_a_model_it_is_not_ready(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(server.agent, "processor", None)
        ready = requests.get(f"{server.url}/ready", timeout=10)
    assert (ready.status_code, ready.json()) == (503, {"status": "no model"})


@pytest.mark.parametrize(
    "path",
    ["/", "/webhooks/rest/webhook", "/socket.io/", "/model/parse", "/conversations/c/tracker"],
)
def test_nothing_of_stock_listens(server: Server, path: str) -> None:
    for method in ("GET", "POST"):
        assert requests.request(method, server.url + path, timeout=10).status_code == 404


def post(server: Server, body: bytes) -> requests.Response:
    return requests.post(
        f"{server.url}/webhooks/terminal/messages",
        data=body,
        headers={"Authorization": f"Bearer {server.token}"},
        timeout=10,
    )


def test_a_body_without_measure_is_refused(server: Server) -> None:
    body = json.dumps({"conversation": "c-1", "text": "hello", "metadata": "x" * 200_000})
    assert post(server, body.encode()).status_code == 413


def test_ten_thousand_escaped_characters_still_get_their_sentence(server: Server) -> None:
    """Each is twelve bytes of JSON: the limit of the body must not hide the limit of the text."""
    body = json.dumps({"conversation": server.conversation, "text": "𝒶" * 10_000}).encode()
    assert len(body) > 120_000
    answer = post(server, body)
    assert [m["response"] for m in answer.json()["messages"]] == ["utter_too_long"]


def test_a_lone_surrogate_or_nul_ends_nothing(server: Server) -> None:
    for text in ("\ud800", "hello \udfff", "a\x00b"):
        assert server.say(text, locale="en-CA")["messages"]
    for conversation in ("\ud800", "a\x00"):
        body = json.dumps({"conversation": conversation, "text": "hello"}).encode()
        assert post(server, body).status_code == 400
    assert requests.get(f"{server.url}/ready", timeout=10).status_code == 200


def test_two_messages_of_one_customer_do_not_wait_for_a_poll(server: Server) -> None:
    server.say("Hello", locale="en-CA")
    before = time.monotonic()
    with ThreadPoolExecutor(4) as pool:
        turns = list(pool.map(lambda _: server.say("Hello", locale="en-CA"), range(4)))
    assert time.monotonic() - before < 2.5  # stock answers the fourth after three polls, 3 s
    assert all(turn["messages"] for turn in turns)
    heard = [json.loads(data)["text"] for kind, data in server.rows() if kind == "user"]
    assert heard == ["Hello"] * 5


@pytest.mark.parametrize("type_name", ["bot.store.nosuch.Store", "nosuch", ""])
def test_a_store_that_cannot_be_loaded_is_refused(type_name: str) -> None:
    """Stock Rasa goes on in memory, and forgets every conversation at the next start."""
    from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
    from rasa.shared.core.domain import Domain
    from rasa.utils.endpoints import EndpointConfig

    from bot.engine.server import _tracker_store

    config = EndpointConfig(type=type_name)
    assert isinstance(TrackerStore.create(config, Domain.empty()), InMemoryTrackerStore)
    with pytest.raises(ValueError, match=r"endpoints\.yml: tracker_store"):
        _tracker_store(config)


def test_no_store_at_all_is_refused() -> None:
    from bot.engine.server import _tracker_store

    with pytest.raises(ValueError, match=r"endpoints\.yml: tracker_store"):
        _tracker_store(None)
