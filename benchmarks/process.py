"""Processes of the benchmark: trained to the end, served until stopped, pinned where that works."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import requests

from benchmarks.subject import Service, Subject

_TRAINED_WITHIN = 1800.0  # seconds
_READY_WITHIN = 300.0
_STOPPED_WITHIN = 15.0
_POLL = 0.05


class ProcessError(RuntimeError):
    """A process did not do what it was started for; the message has the end of its output."""


def train(subject: Subject, log: Path) -> float:
    """Seconds from the command to its end, the start of Python included."""
    started = time.perf_counter()
    with log.open("wb") as output:
        try:
            done = subprocess.run(
                subject.train,
                cwd=subject.folder,
                env=dict(subject.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=_TRAINED_WITHIN,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise ProcessError(f"{subject.name}: training takes too long\n{_end(log)}") from late
    if done.returncode:
        raise ProcessError(f"{subject.name}: training failed\n{_end(log)}")
    return time.perf_counter() - started


def understand(subject: Subject, texts: Sequence[str], log: Path, core: int | None) -> list[float]:
    """Milliseconds of each text in the bot's NLU, in a process of its own on one core."""
    with log.open("wb") as output, pinned(core):
        done = subprocess.run(
            subject.understand,
            cwd=subject.folder,
            env=dict(subject.environment),
            input=json.dumps(list(texts)),
            stdout=subprocess.PIPE,
            stderr=output,
            timeout=_READY_WITHIN,
            check=False,
            text=True,
        )
    if done.returncode:
        raise ProcessError(f"{subject.name}: the NLU failed\n{_end(log)}")
    times: list[float] = json.loads(done.stdout.splitlines()[-1])
    return times


@contextmanager
def serving(
    service: Service, log: Path, core: int | None, beside: int | None = None
) -> Iterator[tuple[int, float]]:
    """The server's process id and the seconds from its command until it said that it is ready.

    Its companions are ready before, on the core `beside`; all are gone after the block.
    """
    with ExitStack() as processes:
        for number, companion in enumerate(service.companions):
            their_log = log.with_suffix(f".{number}.log")
            started = _started(processes, companion.command, service, their_log, beside)
            _await_ready(companion.ready, started, their_log)
        since = time.perf_counter()
        process = _started(processes, service.command, service, log, core)
        _await_ready(service.ready, process, log)
        yield process.pid, time.perf_counter() - since


def _started(
    processes: ExitStack, command: tuple[str, ...], service: Service, log: Path, core: int | None
) -> subprocess.Popen[bytes]:
    output = processes.enter_context(log.open("wb"))
    with pinned(core):  # a child runs where its parent does
        process = subprocess.Popen(
            command,
            cwd=service.folder,
            env=dict(service.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    processes.callback(_stop, process)
    return process


@contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """This thread, and what it starts, on one core inside the block; None leaves it where it is."""
    if core is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def two_cores() -> tuple[int | None, int | None]:
    """One for the server, one for its customers; None where processes cannot be pinned to two."""
    if not hasattr(os, "sched_getaffinity"):
        return None, None
    cores = sorted(os.sched_getaffinity(0))
    return (cores[0], cores[1]) if len(cores) > 1 else (None, None)


def resident_megabytes(pid: int) -> float:
    """POSIX `ps` says kilobytes of 1024 bytes; a megabyte here has 10⁶ bytes."""
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(shown.stdout) * 1024 / 1e6


def _await_ready(ready: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _READY_WITHIN
    with requests.Session() as session:
        session.trust_env = False
        while time.monotonic() < deadline:
            if process.poll() is not None:
                raise ProcessError(f"the server ended ({process.returncode})\n{_end(log)}")
            try:
                if session.get(ready, timeout=5).status_code == 200:
                    return
            except requests.RequestException:
                pass  # not listening yet
            time.sleep(_POLL)
    raise ProcessError(f"the server was not ready in time\n{_end(log)}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOPPED_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _end(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-20:])
