"""`python -m bot run` as a person uses it: from the command to Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bot.model import ROOT
from bot.run.ports import HOST, free_ports

pytestmark = pytest.mark.slow  # starts processes

PORTS = ("PRORATA_PORT", "PRORATA_WEB_PORT", "PRORATA_ACTIONS_PORT", "BILLING_PORT")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A working folder of its own, so that nobody's running Prorata is disturbed."""
    (tmp_path / "endpoints.yml").symlink_to(ROOT / "endpoints.yml")
    ports = map(str, free_ports(len(PORTS)))
    return {**os.environ, "PYTHONPATH": str(ROOT), **dict(zip(PORTS, ports, strict=True))}


@pytest.fixture
def started(
    model: Path, tmp_path: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def said_until(process: subprocess.Popen[str], text: str) -> list[str]:
    assert process.stderr
    lines: list[str] = []
    for line in process.stderr:
        lines.append(line.strip())
        if text in line:
            return lines
    raise AssertionError(lines)


def children_of(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def listening(environment: dict[str, str]) -> list[str]:
    found = []
    for name in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, int(environment[name]))) == 0:
                found.append(name)
    return found


def test_it_runs_until_ctrl_c(
    started: subprocess.Popen[str], tmp_path: Path, environment: dict[str, str]
) -> None:
    said = said_until(started, "running at")
    assert [line for line in said if line.endswith(": ready")] == [
        f"prorata: {name}: ready" for name in ("billing", "actions", "bot")
    ]
    address = f"http://127.0.0.1:{environment['PRORATA_WEB_PORT']}/"
    assert address in said[-1] and "make chat" in said[-1] and "Ctrl-C" in said[-1]
    assert requests.get(f"{address}ready", timeout=30).status_code == 200
    note = tmp_path / ".prorata" / "run.json"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    children = children_of(started.pid)
    assert len(children) == 3
    started.send_signal(signal.SIGINT)
    assert said_until(started, "stopped") == ["prorata: stopped"]
    assert started.wait(30) == 0
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
    assert listening(environment) == []
    assert not note.exists()


def test_a_child_that_dies_ends_everything_with_its_name(
    started: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    said_until(started, "running at")
    billing = children_of(started.pid)[0]
    os.kill(billing, signal.SIGKILL)
    said = said_until(started, "The billing service ended (exit code -9)")
    assert said[-1].startswith("prorata: ")
    assert started.wait(30) == 2
    assert listening(environment) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_while_it_is_starting_leaves_nothing(
    started: subprocess.Popen[str], environment: dict[str, str], number: signal.Signals
) -> None:
    said_until(started, "bot: starting")
    children = children_of(started.pid)
    started.send_signal(number)
    assert started.wait(30) == 0
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{c}").exists() for c in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
    assert listening(environment) == []


@pytest.mark.parametrize("name", PORTS)
def test_a_taken_port_ends_it_at_once(
    tmp_path: Path, environment: dict[str, str], name: str
) -> None:
    with socket.create_server((HOST, int(environment[name]))):
        ended = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert ended.returncode == 2
    assert f"set {name} to another port" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
