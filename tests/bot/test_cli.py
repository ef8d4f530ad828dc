"""The command line: arguments, exit codes, and where things are said."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.cli import main
from bot.clock import FROZEN_AT
from bot.model import ROOT

NOON = "2026-11-22T12:00:00-05:00"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--now` writes to the environment: what was there comes back after the test."""
    monkeypatch.setenv(FROZEN_AT, NOON)
    monkeypatch.delenv(FROZEN_AT)


@pytest.mark.parametrize("arguments", [[], ["sing"], ["parse"], ["serve"], ["run", "--now"]])
def test_wrong_arguments_end_with_2_and_a_usage_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m bot" in capsys.readouterr().err


@pytest.mark.parametrize("now", ["noon", "2026-11-22T12:00:00", "2026-13-01T00:00:00Z"])
def test_a_clock_that_cannot_be_frozen_ends_with_2(
    now: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", "--now", now])
    assert ended.value.code == 2
    assert "--now needs ISO 8601 with an offset" in capsys.readouterr().err
    assert FROZEN_AT not in os.environ


def test_now_is_for_every_process_that_is_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BILLING_PORT", "no port")
    assert main(["run", "--now", NOON]) == 2
    assert os.environ[FROZEN_AT] == NOON
    assert "BILLING_PORT must be a port number" in capsys.readouterr().err


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("run", "serve", "train", "chat", "parse"):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert f"usage: python -m bot {command}" in capsys.readouterr().out


@pytest.mark.slow
def test_training_with_a_model_at_hand_only_names_it(
    model: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"prorata: model: {model}\n")


def test_the_package_is_a_command() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0
    assert "start billing, actions and bot" in run.stdout
