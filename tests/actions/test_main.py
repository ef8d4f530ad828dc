from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
import requests
from sanic import Sanic

from actions.__main__ import main
from tests.actions.conftest import KEY, ROOT, TOKEN


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def configure(**variables: str) -> None:
        needed = {"BILLING_KEY": KEY, "PRORATA_ACTIONS_TOKEN": TOKEN}
        for name, value in {**needed, **variables}.items():
            monkeypatch.setenv(name, value)

    return configure


def test_a_setting_that_cannot_work_is_named(
    configured: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    configured(BILLING_KEY="short")
    assert main() == 2
    assert capsys.readouterr().err == "actions: BILLING_KEY must be set to at least 16 characters\n"


def test_a_taken_port_is_named(
    configured: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(Sanic, "test_mode", True)  # a second app of the same name in one process
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        configured(PRORATA_ACTIONS_PORT=str(port))
        assert main() == 2
    expected = f"actions: port {port} is taken; set PRORATA_ACTIONS_PORT\n"
    assert capsys.readouterr().err == expected


@pytest.mark.slow
def test_the_process_serves_until_it_is_told_to_stop(configured: Callable[..., None]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    configured(PRORATA_ACTIONS_PORT=str(port))
    command = [sys.executable, "-m", "actions"]
    with subprocess.Popen(
        command, env=dict(os.environ), cwd=ROOT, stderr=subprocess.DEVNULL
    ) as process:
        try:
            assert _healthy(f"http://127.0.0.1:{port}/health", process)
            time.sleep(0.5)  # Sanic answers a moment before it listens to signals
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
        finally:
            process.kill()


def _healthy(url: str, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            return requests.get(url, timeout=5).ok
        except requests.ConnectionError:
            time.sleep(0.1)
    return False
