from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.figures import Figures
from benchmarks.process import serving
from benchmarks.stock import read_messages
from benchmarks.subject import Service
from bot.run.ports import HOST, free_ports

ROOT = Path(__file__).parents[2]
SERVER = Path(__file__).with_name("echo_server.py")


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """Not started yet."""
    (port,) = free_ports(1)
    return Service(
        (sys.executable, str(SERVER), str(port)),
        tmp_path,
        dict(os.environ),
        f"http://{HOST}:{port}/",
        f"http://{HOST}:{port}/messages",
        {},
        lambda conversation, text: {"sender": conversation, "message": text},
        read_messages,
    )


@pytest.fixture
def served(service: Service, tmp_path: Path) -> Iterator[Service]:
    with serving(service, tmp_path / "log", None):
        yield service


@pytest.fixture
def sample() -> dict[tuple[str, str], tuple[str, ...]]:
    intents = {
        "greet": ("hi", "hello"),
        "thank": ("thanks", "cheers"),
        "faq_proration": ("what is proration", "why this amount"),
        "faq_benefits": ("why add directly", "what is it good for"),
    }
    return {
        (language, intent): tuple(f"{language}: {text}" for text in texts)
        for language in ("en", "fr")
        for intent, texts in intents.items()
    }


@pytest.fixture
def stock() -> Figures:
    return Figures(
        training=80.0,
        start_up=30.0,
        first_answer=1500.0,
        memory=1000.0,
        understood=8.0,
        p50=20.0,
        p95=30.0,
        throughput=40.0,
        long_first=30.0,
        long_last=150.0,
        failed=0,
        empty=1,
    )


@pytest.fixture
def ours() -> Figures:
    """Reaches every bar against `stock`, some of them exactly."""
    return Figures(
        training=20.0,
        start_up=15.0,
        first_answer=15.0,
        memory=650.0,
        understood=4.0,
        p50=10.0,
        p95=15.0,
        throughput=120.0,
        long_first=10.0,
        long_last=15.0,
        failed=0,
        empty=0,
    )
