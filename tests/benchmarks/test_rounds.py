from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.plan import Plan
from benchmarks.process import ProcessError
from benchmarks.rounds import measure
from benchmarks.sample import Sample
from benchmarks.subject import Service, Subject

_PLAN = Plan("tiny", rounds=2, examples=2, single=8, parallel=16, concurrency=4, long=50)


def _subject(name: str, service: Service, code: str) -> Subject:
    command = (sys.executable, "-c", code)
    understand = (
        sys.executable,
        "-c",
        "import json, sys; print([2.0 for _ in json.load(sys.stdin)])",
    )
    return Subject(name, command, understand, service.folder, service.environment, lambda: service)


def test_subjects_take_turns_and_each_round_is_measured(
    service: Service, sample: Sample, tmp_path: Path
) -> None:
    told: list[str] = []
    subjects = [_subject(name, service, "") for name in ("one", "other")]
    rounds = measure(subjects, _PLAN, sample, tmp_path, told.append)
    assert [line.split(":")[0] for line in told if "ready" in line] == ["one", "other"] * 2
    assert {name: len(figures) for name, figures in rounds.items()} == {"one": 2, "other": 2}
    for figures in (*rounds["one"], *rounds["other"]):
        assert (figures.failed, figures.empty) == (0, 0)
        assert figures.understood == 2.0
        assert 0 < figures.p50 <= figures.p95
        assert min(figures.throughput, figures.memory, figures.start_up, figures.growth) > 0


def test_training_is_done_once(service: Service, sample: Sample, tmp_path: Path) -> None:
    count = "from pathlib import Path; p = Path('count'); p.open('a').write('x')"
    measured = measure([_subject("one", service, count)], _PLAN, sample, tmp_path, lambda _: None)
    assert (service.folder / "count").read_text() == "x"
    assert len({figures.training for figures in measured["one"]}) == 1


def test_a_bot_that_cannot_be_trained_ends_the_run(
    service: Service, sample: Sample, tmp_path: Path
) -> None:
    broken = _subject("one", service, "raise SystemExit('no data')")
    with pytest.raises(ProcessError, match="no data"):
        measure([broken], _PLAN, sample, tmp_path, lambda _: None)


def test_an_nlu_that_fails_ends_the_run(service: Service, sample: Sample, tmp_path: Path) -> None:
    broken = replace(
        _subject("one", service, ""),
        understand=(sys.executable, "-c", "raise SystemExit('no model')"),
    )
    with pytest.raises(ProcessError, match="no model"):
        measure([broken], _PLAN, sample, tmp_path, lambda _: None)
