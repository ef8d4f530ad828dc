"""Training in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.model import ROOT

_TRAIN = (
    "import sys, pathlib; from bot.training import train; "
    "train(*[pathlib.Path(folder) for folder in sys.argv[1:]])"
)


@pytest.mark.slow
def test_training_that_makes_no_model_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "config.yml").write_text("recipe: default.v1\nassistant_id: t\nlanguage: en\n")
    (tmp_path / "domain.yml").write_text('version: "3.1"\n')
    trained = subprocess.run(
        [sys.executable, "-c", _TRAIN, str(tmp_path / "models"), str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert trained.returncode == 1
    assert "training made no model" in trained.stderr
