"""`python -m bot chat` is ended from outside: nothing of it stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.model import ROOT

pytestmark = pytest.mark.slow


def children_of(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("until", ["bot: starting", "bot: ready"])
@pytest.mark.usefixtures("model")
def test_a_stack_of_its_own_ends_with_it(
    tmp_path: Path, number: signal.Signals, until: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", "--jsonl"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        assert any(until in line for line in process.stderr)
        children = children_of(process.pid)
        assert len(children) == 3
        process.send_signal(number)
        assert process.wait(30) == 130
    finally:
        process.kill()
        process.wait()
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{c}").exists() for c in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
    assert list(tmp_path.glob("prorata-*")) == []
