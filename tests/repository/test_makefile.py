"""`make` explains itself, and `.ci/run` runs what it says."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Makefile").read_text("utf-8")
# Targets that a person types; the others are files.
TARGETS = re.findall(r"^([a-z][a-z0-9-]*):", TEXT, re.MULTILINE)
PROMISED = (
    "run",
    "chat",
    "test",
    "test-fast",
    "install",
    "train",
    "lint",
    "i18n",
    "bench",
    "help",
)


@pytest.fixture(scope="module")
def helped() -> str:
    made = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    return made.stdout


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_a_help_text(target: str, helped: str) -> None:
    assert re.search(rf"^{target}\s+\S+", helped, re.MULTILINE)


@pytest.mark.parametrize("target", PROMISED)
def test_every_promised_target_is_there_and_phony(target: str) -> None:
    assert target in TARGETS
    phony = re.search(r"^\.PHONY:(.*)$", TEXT, re.MULTILINE)
    assert phony and target in phony[1].split()


def test_continuous_integration_runs_the_whole_suite() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" in script.read_text("utf-8")
