"""Prorata as `make run` starts it, with a bot that can be killed and started again."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import requests

from bot.model import ready_model
from bot.progress import say
from bot.run.stack import Stack, any_ports, stack
from bot.run.supervisor import running

_READY_WITHIN = 120.0


class Server:
    def __init__(self, ours: Stack) -> None:
        self._stack = ours
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self._stack.page

    @property
    def state(self) -> Path:
        return self._stack.state

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def start(self) -> None:
        self.launch()
        self.await_ready()

    def launch(self) -> None:
        """Without waiting until it is ready."""
        with (self._stack.state / "bot.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._stack.bot.command, env=self._stack.environment, stdout=log, stderr=log
            )

    def await_ready(self) -> None:
        deadline = time.monotonic() + _READY_WITHIN
        while time.monotonic() < deadline:
            with suppress(requests.RequestException):
                if requests.get(f"{self.url}ready", timeout=5).ok:
                    return
            time.sleep(0.05)
        raise TimeoutError("the bot is not ready")

    def kill(self) -> None:
        """At once, whatever it is doing."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        self.kill()
        self.start()


@contextmanager
def serving(state: Path) -> Iterator[Server]:
    ours = stack(any_ports(), state, ready_model(say))
    others = tuple(service for service in ours.services if service.name != "bot")
    with running(replace(ours, services=others), say):
        server = Server(ours)
        server.start()
        try:
            yield server
        finally:
            server.kill()
