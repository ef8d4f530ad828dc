"""Small real processes that stand for billing, actions and bot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.run.ports import free_ports
from bot.run.stack import Service, Stack

Services = Callable[..., Stack]


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """`services(billing=program, bot=program)`: a stack of Python programs, in that order."""

    def make(**programs: str) -> Stack:
        ports = free_ports(len(programs))
        return Stack(
            tuple(
                Service(name, (sys.executable, "-c", program, str(port)), port, "/ready")
                for (name, program), port in zip(programs.items(), ports, strict=True)
            ),
            dict(os.environ),
            "a-token",
            tmp_path / "state",
            "http://127.0.0.1/",
        )

    return make
