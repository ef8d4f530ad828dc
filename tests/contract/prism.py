"""A server that nobody here wrote, generated from billing/openapi.yaml: Stoplight's prism."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.model import ROOT
from bot.run.ports import HOST, free_ports

CONTRACT = ROOT / "billing" / "openapi.yaml"
# Where .ci/run installs it; a developer's own will do as well.
_INSTALLED = ROOT / ".ci" / "peers" / "node_modules" / ".bin" / "prism"
_STARTED_WITHIN = 60.0


def command() -> str | None:
    """None where there is no Node, or no prism."""
    if shutil.which("node") is None:
        return None
    return str(_INSTALLED) if _INSTALLED.exists() else shutil.which("prism")


@contextmanager
def serving(prism: str, log: Path, *options: str) -> Iterator[str]:
    """Its URL, until the block ends. `options` such as `--dynamic`: made-up values, not examples."""
    (port,) = free_ports(1)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [prism, "mock", "-h", HOST, "-p", str(port), *options, str(CONTRACT)],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _await(port, process, log)
        yield f"http://{HOST}:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _await(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"prism did not start: {log.read_text('utf-8', errors='replace')[-500:]}")
