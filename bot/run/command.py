"""`python -m bot run`: everything, until Ctrl-C."""

from __future__ import annotations

import os
import signal
from types import FrameType

from bot.model import ready_model
from bot.progress import say
from bot.run.note import STATE, noted
from bot.run.stack import fixed_ports, stack
from bot.run.supervisor import running


def run() -> int:
    signal.signal(signal.SIGTERM, _as_interrupt)
    ports = fixed_ports(os.environ)
    ours = stack(ports, STATE, ready_model(say), os.environ.get("PRORATA_NOW"))
    try:
        with running(ours, say) as supervisor, noted(ours.bot.url, ours.token):
            say(f"running at {ours.page} - in the terminal: make chat - stop with Ctrl-C")
            supervisor.wait()
    except KeyboardInterrupt:
        say("stopped")
    return 0


def _as_interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
