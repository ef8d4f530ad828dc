"""The bot server's process: what it says when it cannot start, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from bot.model import ROOT
from bot.run.ports import HOST, free_ports

pytestmark = pytest.mark.slow  # starts processes


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    internal, public = free_ports(2)
    return {
        **os.environ,
        "PRORATA_PORT": str(internal),
        "PRORATA_WEB_PORT": str(public),
        "PRORATA_WEB_SECRET": "w" * 32,
        "PRORATA_ACTIONS_TOKEN": "a" * 16,
        "PRORATA_TERMINAL_TOKEN": "t" * 16,
        "PRORATA_DATABASE": str(tmp_path / "conversations.db"),
    }


def served(model: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "serve", "--model", str(model)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("PRORATA_TERMINAL_TOKEN", ""), ("PRORATA_PORT", "http"), ("PRORATA_NOW", "noon")],
)
def test_a_broken_setting_is_named(
    tmp_path: Path, environment: dict[str, str], name: str, value: str
) -> None:
    ended = served(tmp_path / "model.tar.gz", {**environment, name: value})
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"bot: {name} must be")
    assert len(ended.stderr.splitlines()) == 1


def test_a_model_that_is_not_there_is_named(tmp_path: Path, environment: dict[str, str]) -> None:
    ended = served(tmp_path / "nosuch.tar.gz", environment)
    assert ended.returncode == 2
    assert ended.stderr.startswith("bot: there is no model at ")
    assert "nosuch.tar.gz" in ended.stderr


def test_a_taken_port_names_the_setting(tmp_path: Path, environment: dict[str, str]) -> None:
    """Sanic would only log it, after the model is loaded, and end as if all were well."""
    port = environment["PRORATA_PORT"]
    with socket.create_server((HOST, int(port))):
        ended = served(tmp_path / "model.tar.gz", environment)
    assert ended.returncode == 2
    assert ended.stderr == f"bot: port {port} is taken; set PRORATA_PORT to another\n"


def test_a_signal_ends_it_quietly(model: Path, environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--model", str(model)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _await_ready(f"http://{HOST}:{environment['PRORATA_PORT']}/ready", process)
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in out


def _await_ready(url: str, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if requests.get(url, timeout=5).status_code == 200:
                return
        except requests.RequestException:
            pass  # not listening yet
        time.sleep(0.1)
    raise AssertionError("not ready")
