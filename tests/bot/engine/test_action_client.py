"""The connection to the action server, against servers that behave and servers that do not."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from rasa.utils.endpoints import ClientResponseError

import bot.engine.action_client
from bot.engine.action_client import ActionClient
from bot.run.ports import free_ports

if TYPE_CHECKING:
    from tests.bot.conftest import Answering, Asked

CALL = {"next_action": "action_calm"}
DONE = {"events": [], "responses": []}


def called(url: str, times: int = 1) -> Any:
    async def run() -> Any:
        client = ActionClient(f"{url}/webhook", "a-token")
        try:
            for _ in range(times):
                answer = await client.request(json=CALL, method="post", timeout=300, compress=False)
            return answer
        finally:
            await client.close()

    return asyncio.run(run())


def test_a_call_carries_the_token_and_gives_the_answer(answering: Answering) -> None:
    asked: list[Asked] = []

    def answer(request: Asked) -> tuple[int, Any]:
        asked.append(request)
        return 200, DONE

    assert called(answering(answer), times=2) == DONE
    assert asked[0].path == "/webhook"
    assert asked[0].headers["Authorization"] == "Bearer a-token"
    assert asked[0].body == CALL


def test_it_tells_rasa_where_it_calls_and_sends_no_domain() -> None:
    client = ActionClient("http://127.0.0.1:5055/webhook", "a-token")
    assert client.url == "http://127.0.0.1:5055/webhook"
    assert client.kwargs["enable_selective_domain"] is True


@pytest.mark.parametrize("status", [400, 401, 404, 500, 503])
def test_an_error_is_raised_with_its_body(answering: Answering, status: int) -> None:
    with pytest.raises(ClientResponseError) as raised:
        called(answering(lambda _: (status, {"error": "no"})))
    assert raised.value.status == status
    assert json.loads(raised.value.text) == {"error": "no"}


def test_a_redirect_is_not_followed(answering: Answering) -> None:
    """It would carry the token and the conversation elsewhere."""
    asked: list[str] = []

    def answer(request: Asked) -> tuple[int, Any]:
        asked.append(request.path)
        return 307, b""

    with pytest.raises(ValueError):
        called(answering(answer))
    assert asked == ["/webhook"]


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff\xfe"])
def test_an_answer_that_is_no_json_is_refused(answering: Answering, body: bytes) -> None:
    with pytest.raises(ValueError):
        called(answering(lambda _: (200, body)))


def test_an_endless_answer_is_refused(answering: Answering) -> None:
    body = b'"' + b"a" * (2 << 20) + b'"'
    with pytest.raises(aiohttp.ClientPayloadError, match="too long"):
        called(answering(lambda _: (200, body)))


def test_nobody_there_is_a_connection_error() -> None:
    with pytest.raises(aiohttp.ClientConnectionError):
        called(f"http://127.0.0.1:{free_ports(1)[0]}")


def test_a_server_that_hangs_is_given_up(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = aiohttp.ClientTimeout(total=0.2)
    monkeypatch.setattr(bot.engine.action_client, "_TIME_LIMIT", limit)

    def hang(_: Asked) -> tuple[int, Any]:
        time.sleep(1)
        return 200, DONE

    before = time.monotonic()
    with pytest.raises(asyncio.TimeoutError):
        called(answering(hang))
    assert time.monotonic() - before < 1


def test_a_client_that_never_called_closes() -> None:
    asyncio.run(ActionClient("http://127.0.0.1:1/webhook", "a-token").close())
