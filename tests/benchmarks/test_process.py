from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from benchmarks.process import (
    ProcessError,
    pinned,
    resident_megabytes,
    serving,
    train,
    two_cores,
)
from benchmarks.subject import Companion, Service, Subject
from bot.run.ports import HOST, free_ports


def _subject(service: Service, code: str) -> Subject:
    command = (sys.executable, "-c", code)
    return Subject("x", command, (), service.folder, service.environment, lambda: service)


def test_training_is_timed(service: Service, tmp_path: Path) -> None:
    subject = _subject(service, "open('model', 'w').close()")
    assert train(subject, tmp_path / "log") > 0
    assert (service.folder / "model").exists()


def test_training_that_fails_shows_why(service: Service, tmp_path: Path) -> None:
    with pytest.raises(ProcessError, match="no such intent"):
        train(_subject(service, "raise SystemExit('no such intent')"), tmp_path / "log")


def test_a_server_is_ready_inside_the_block_and_gone_after_it(
    service: Service, tmp_path: Path
) -> None:
    with serving(service, tmp_path / "log", None) as (pid, started):
        assert started > 0
        assert requests.get(service.ready, timeout=5).status_code == 200
        assert resident_megabytes(pid) > 1
    with pytest.raises(requests.ConnectionError):
        requests.get(service.ready, timeout=5)


def test_companions_are_ready_first_and_gone_after_it(service: Service, tmp_path: Path) -> None:
    (port,) = free_ports(1)
    url = f"http://{HOST}:{port}/"
    companion = Companion((*service.command[:2], str(port)), url)
    with serving(replace(service, companions=(companion,)), tmp_path / "log", None):
        assert requests.get(url, timeout=5).status_code == 200
    with pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=5)


def test_a_companion_that_ends_shows_why(service: Service, tmp_path: Path) -> None:
    broken = Companion((sys.executable, "-c", "raise SystemExit('no key')"), service.ready)
    with (
        pytest.raises(ProcessError, match="no key"),
        serving(replace(service, companions=(broken,)), tmp_path / "log", None),
    ):
        pass


def test_a_server_that_ends_shows_why(service: Service, tmp_path: Path) -> None:
    broken = replace(service, command=(sys.executable, "-c", "raise SystemExit('no model')"))
    with (
        pytest.raises(ProcessError, match="no model"),
        serving(broken, tmp_path / "log", None),
    ):
        pass


def test_a_server_runs_on_its_core(service: Service, tmp_path: Path) -> None:
    core, _ = two_cores()
    before = _cores()
    with serving(service, tmp_path / "log", core) as (pid, _):
        assert _cores(pid) == (before if core is None else {core})
        assert _cores() == before


def test_pinning_ends_with_its_block() -> None:
    core, _ = two_cores()
    before = _cores()
    with pinned(core):
        assert core is None or _cores() == {core}
    assert _cores() == before


def _cores(pid: int = 0) -> set[int]:
    """Empty where processes cannot be pinned."""
    return os.sched_getaffinity(pid) if hasattr(os, "sched_getaffinity") else set()
