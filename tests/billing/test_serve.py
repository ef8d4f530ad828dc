"""The process itself: its start, its signals, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
import requests

import billing
from billing.serve import run

pytestmark = pytest.mark.slow  # starts processes

if TYPE_CHECKING:
    from tests.billing.conftest import Api

ROOT = Path(billing.__file__).parents[1]
KEY = "a-service-key-for-tests"
FROZEN = "2026-09-01T16:00:00Z"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    database = f"sqlite:///{tmp_path / 'own.db'}"
    return {**os.environ, "BILLING_KEY": KEY, "BILLING_DATABASE": database}


@pytest.fixture
def launch(environ: dict[str, str]) -> Iterator[Callable[[], tuple[subprocess.Popen[bytes], str]]]:
    """Start a server process; the value is the process and its base URL, once it listens."""
    processes = []

    def start() -> tuple[subprocess.Popen[bytes], str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "billing", "serve", "--port", "0", "--now", FROZEN],
            env=environ,
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        processes.append(process)
        assert process.stderr
        listening = json.loads(process.stderr.readline())
        assert listening["event"] == "listening"
        return process, f"http://127.0.0.1:{listening['port']}"

    yield start
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(
    launch: Callable[[], tuple[subprocess.Popen[bytes], str]], number: signal.Signals
) -> None:
    process, base_url = launch()
    assert requests.get(f"{base_url}/v1/healthz", timeout=10).status_code == 200
    process.send_signal(number)
    _, logged = process.communicate(timeout=10)
    assert process.returncode == 0
    events = [json.loads(line)["event"] for line in logged.splitlines()]
    assert events == ["request", "stopped"]


def test_a_quote_that_was_answered_survives_a_kill(
    launch: Callable[[], tuple[subprocess.Popen[bytes], str]], api: Api
) -> None:
    """Killed while four clients write: each 201 they got is there after a restart.

    The process has a database of its own, so nobody else's connection keeps it whole.
    """
    answered: list[dict[str, str]] = []
    enough = Event()

    def write_until_killed(client: Api, number: int) -> None:
        for count in range(10_000):
            try:
                response = client.quote(idempotency_key=f"writer-{number}-{count}")
            except requests.RequestException:
                return
            answered.append({"key": f"writer-{number}-{count}", "text": response.text})
            if len(answered) >= 20:
                enough.set()

    process, api.base_url = launch()
    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(write_until_killed, api, number) for number in range(4)]
        assert enough.wait(20)
        process.kill()
        for writer in writers:
            writer.result(20)
    _, api.base_url = launch()
    for quote in answered:
        assert api.quote(idempotency_key=quote["key"]).text == quote["text"]
        quote_id = json.loads(quote["text"])["id"]
        assert api.get(f"/v1/proration-quotes/{quote_id}").text == quote["text"]


def test_a_taken_port_is_named(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "environ", environ)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("127.0.0.1", port, None) == 2
    expected = f"Port {port} on 127.0.0.1 is taken; choose another with --port.\n"
    assert capsys.readouterr().err == expected


def test_an_unusable_host_is_named(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "environ", environ)
    assert run("192.0.2.1", 8085, None) == 2  # TEST-NET-1: nobody's address (RFC 5737)
    assert "192.0.2.1" in capsys.readouterr().err
