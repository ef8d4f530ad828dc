"""The action server on loopback, as the bot server and as others meet it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from actions.server import build
from actions.settings import Settings
from tests.actions.conftest import KEY, TOKEN

BEARER = {"Authorization": f"Bearer {TOKEN}"}
CALL: dict[str, Any] = {
    "next_action": "action_calm",
    "sender_id": "a-conversation",
    "tracker": {"sender_id": "a-conversation", "slots": {}, "events": []},
    "domain": {},
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """In a thread with an event loop of its own."""
    app = build(Settings.from_environment({"PRORATA_ACTIONS_TOKEN": TOKEN, "BILLING_KEY": KEY}))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    sock = socket.create_server(("127.0.0.1", 0))

    async def start() -> Any:
        serving = await app.create_server(sock=sock, return_asyncio_server=True, access_log=False)
        assert serving is not None
        await serving.startup()
        await serving.before_start()
        await serving.after_start()
        return serving

    serving = asyncio.run_coroutine_threadsafe(start(), loop).result(20)
    yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    loop.call_soon_threadsafe(serving.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(20)
    sock.close()


def test_an_action_answers_the_bot(server: str) -> None:
    response = requests.post(f"{server}/webhook", json=CALL, headers=BEARER, timeout=20)
    assert response.status_code == 200
    assert response.json()["responses"][0]["response"] == "utter_calm"


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer é".encode()}]
)
def test_nobody_else_is_answered(server: str, headers: dict[str, Any]) -> None:
    response = requests.post(f"{server}/webhook", json=CALL, headers=headers, timeout=20)
    assert (response.status_code, response.json()) == (401, {"error": "unauthenticated"})
    assert requests.get(f"{server}/actions", headers=headers, timeout=20).status_code == 401


def test_health_is_open_and_no_page_of_the_web_is_let_in(server: str) -> None:
    response = requests.get(
        f"{server}/health", headers={"Origin": "https://evil.example.com"}, timeout=20
    )
    assert response.status_code == 200
    assert response.headers.get("Access-Control-Allow-Origin") in (None, "")


def test_a_failure_tells_nothing_of_the_conversation(server: str) -> None:
    private = {**CALL, "tracker": "a secret of the customer"}
    response = requests.post(f"{server}/webhook", json=private, headers=BEARER, timeout=20)
    assert response.status_code == 500
    assert "secret" not in response.text
    assert list(response.json()) == ["error"]


def test_a_body_without_measure_is_refused(server: str) -> None:
    response = requests.post(f"{server}/webhook", data=b"x" * (3 << 20), headers=BEARER, timeout=20)
    assert response.status_code == 413
