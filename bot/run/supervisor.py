"""Starts a stack, waits until each process is ready, and stops them all together."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import requests

from bot.run.stack import Service, Stack, StackError

_READY_WITHIN = 120.0  # seconds; a cold start reads half a gigabyte of libraries
_STOP_WITHIN = 10.0
_POLL = 0.2
_LOG_LINES = 15

Progress = Callable[[str], None]


@contextmanager
def running(stack: Stack, say: Progress) -> Iterator[Supervisor]:
    """All services ready inside the block, all stopped after it, however it ends."""
    supervisor = Supervisor(stack)
    try:
        supervisor.start(say)
        yield supervisor
    finally:
        supervisor.stop()


class Supervisor:
    """One log file a service in the stack's state folder."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._logs: list[IO[bytes]] = []

    def start(self, say: Progress) -> None:
        """Returns once every service is ready; StackError names the one that is not, and why."""
        self._stack.state.mkdir(parents=True, exist_ok=True)
        for service in self._stack.services:
            self._spawn(service)
        for service in self._stack.services:
            say(f"{service.name}: starting")
            self._await_ready(service)
            say(f"{service.name}: ready")

    def wait(self) -> None:
        """Blocks while all services run; StackError when one of them ends."""
        while True:
            self._check_alive()
            time.sleep(_POLL)

    def stop(self) -> None:
        """The last started first: nobody calls a service that is already gone."""
        running = [p for p in reversed(self._processes.values()) if p.poll() is None]
        for process in running:
            process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + _STOP_WITHIN
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for log in self._logs:
            log.close()

    def log_of(self, name: str) -> Path:
        return self._stack.state / f"{name}.log"

    def _spawn(self, service: Service) -> None:
        log = self.log_of(service.name).open("wb")
        self._logs.append(log)
        # A session of its own: Ctrl-C reaches the supervisor alone, which stops them in order.
        self._processes[service.name] = subprocess.Popen(
            service.command,
            env=self._stack.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def _await_ready(self, service: Service) -> None:
        deadline = time.monotonic() + _READY_WITHIN
        with requests.Session() as session:
            session.trust_env = False
            while time.monotonic() < deadline:
                self._check_alive()
                try:
                    if session.get(service.url + service.ready, timeout=5).status_code == 200:
                        return
                except requests.RequestException:
                    pass  # not listening yet
                time.sleep(_POLL)
        raise StackError(
            f"The {service.name} service was not ready within {_READY_WITHIN:.0f} seconds. "
            f"Its log: {self.log_of(service.name)}"
        )

    def _check_alive(self) -> None:
        for name, process in self._processes.items():
            if process.poll() is not None:
                tail = self.log_of(name).read_text(encoding="utf-8", errors="replace")
                lines = "\n".join(tail.splitlines()[-_LOG_LINES:])
                raise StackError(
                    f"The {name} service ended (exit code {process.returncode}). "
                    f"The end of its log, {self.log_of(name)}:\n{lines}"
                )
