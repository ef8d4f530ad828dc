"""What a stock Rasa server does with one HTTP request, and ours, as a real process, does not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests

from bot.model import ROOT
from bot.run.ports import free_ports

if TYPE_CHECKING:
    from bot.chat.client import BotClient
    from bot.run.stack import Stack

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Stock:
    process: subprocess.Popen[bytes]
    url: str

    def post(self, **body: Any) -> requests.Response:
        return requests.post(f"{self.url}/webhooks/rest/webhook", json=body, timeout=30)


@pytest.fixture(scope="module")
def stock(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    """`rasa run` with our model, its REST channel and its SQL store."""
    folder, port = tmp_path_factory.mktemp("rasa"), free_ports(1)[0]
    endpoints, credentials = folder / "endpoints.yml", folder / "credentials.yml"
    database = folder / "rasa.db"
    endpoints.write_text(f"tracker_store: {{type: SQL, dialect: sqlite, db: {database}}}\n")
    credentials.write_text("rest:\n")
    command = [sys.executable, "-m", "rasa", "run", "--model", str(model), "--port", str(port)]
    command += ["--endpoints", str(endpoints), "--credentials", str(credentials)]
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--interface", "127.0.0.1"],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
        )
    found = Stock(process, f"http://127.0.0.1:{port}")
    try:
        _await(found)
        yield found
    finally:
        process.kill()
        process.wait()


def _await(stock: Stock) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and stock.process.poll() is None:
        try:
            if requests.get(stock.url, timeout=5).status_code == 200:
                return
        except requests.RequestException:
            pass  # not listening yet
        time.sleep(0.2)
    raise AssertionError("the stock server did not start")


def ready(stack: Stack) -> bool:
    return requests.get(f"{stack.bot.url}/ready", timeout=30).status_code == 200


def test_stock_takes_any_body_and_ours_a_message(
    stock: Stock, client: BotClient, running_stack: Stack
) -> None:
    huge = "x" * 1_000_000
    assert stock.post(sender="huge", message="hello", metadata={"a": huge}).status_code == 200
    answer = requests.post(
        f"{running_stack.bot.url}/webhooks/terminal/messages",
        json={"conversation": "huge", "text": "hello", "metadata": {"a": huge}},
        headers={"Authorization": f"Bearer {running_stack.token}"},
        timeout=30,
    )
    assert answer.status_code == 413


def test_stock_listens_to_anybody_and_ours_to_the_token(stock: Stock, running_stack: Stack) -> None:
    assert stock.post(sender="anybody", message="hello").status_code == 200
    answer = requests.post(
        f"{running_stack.bot.url}/webhooks/terminal/messages",
        json={"conversation": "anybody", "text": "hello"},
        timeout=30,
    )
    assert answer.status_code == 401


def test_stock_puts_everybody_without_an_id_together(stock: Stock, client: BotClient) -> None:
    assert stock.post(message="hello").json()[0]["recipient_id"] == "default"
    assert client.send("", "hello") == {"error": "invalid-request"}


def test_stock_answers_with_silence_where_no_action_server_is(stock: Stock) -> None:
    answer = stock.post(sender="silent", message="How much for 3 more AutoCAD seats?")
    assert (answer.status_code, answer.json()) == (200, [])


def test_stock_has_no_readiness_probe(stock: Stock, running_stack: Stack) -> None:
    assert requests.get(f"{stock.url}/ready", timeout=30).status_code == 404
    assert ready(running_stack)


@pytest.mark.parametrize("text", ["\ud800", "hello \udfff", "a\x00b"])
@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_our_process_goes_on_after_a_lone_surrogate(
    client: BotClient, running_stack: Stack, text: str, locale: str
) -> None:
    assert client.send("surrogate", text, locale)["messages"]
    assert client.send("\ud800", "hello", locale) == {"error": "invalid-request"}
    assert client.send("c-1", "hello", "\ud800", "\ud800")["messages"]
    assert ready(running_stack)


def test_stock_ends_on_one(stock: Stock) -> None:
    """The last test here: one request by anybody, and the server is gone for everybody."""
    with pytest.raises(requests.RequestException):
        stock.post(sender="\ud800", message="hello")
        stock.post(sender="c-1", message="hello")
    assert stock.process.wait(30) == 1
