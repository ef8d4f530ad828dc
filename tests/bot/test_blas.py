"""Threads and kernels of numpy's matrix products, set before numpy is imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.blas import tune
from bot.model import ROOT

NEW = (
    "processor\t: 0\n"
    "flags\t\t: fpu sse2 fma avx2 avx512f avx512cd avx512bw avx512dq avx512vl\n\n"
    "processor\t: 1\nflags\t\t: fpu\n"
)
MODERN = "processor\t: 0\nflags\t\t: fpu sse2 fma avx2 avx512f\n"
OLD = "processor\t: 0\nflags\t\t: fpu sse2 avx\n"
NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE")


def tuned(
    folder: Path, text: str, threads: int | None = None, **environment: str
) -> dict[str, str]:
    tune(threads, environment, processors(folder, text))
    return environment


def processors(folder: Path, text: str) -> Path:
    path = folder / "cpuinfo"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_processor_with_avx2_gets_kernels_that_use_it(tmp_path: Path) -> None:
    assert tuned(tmp_path, MODERN, 1) == dict(zip(NAMES, ("1", "1", "Haswell"), strict=True))


def test_one_with_all_of_avx512_gets_those(tmp_path: Path) -> None:
    assert tuned(tmp_path, NEW) == {"OPENBLAS_CORETYPE": "SkylakeX"}


def test_training_may_use_every_core(tmp_path: Path) -> None:
    assert tuned(tmp_path, MODERN) == {"OPENBLAS_CORETYPE": "Haswell"}


def test_an_old_processor_is_left_to_openblas(tmp_path: Path) -> None:
    assert tuned(tmp_path, OLD, 2) == {"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"}


def test_a_system_that_does_not_tell_is_left_alone(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    tune(None, environment, tmp_path / "missing")
    assert environment == {}


def test_what_the_environment_says_stands(tmp_path: Path) -> None:
    said = tuned(tmp_path, MODERN, 1, OPENBLAS_CORETYPE="Zen", OMP_NUM_THREADS="8")
    assert said == dict(zip(NAMES, ("8", "1", "Zen"), strict=True))


@pytest.mark.parametrize("module", ["bot.engine.process", "bot.parse.command", "bot.training"])
def test_numpy_is_not_imported_before_it_is_tuned(module: str) -> None:
    script = f"import sys, {module}; print('numpy' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "False\n"


_PRODUCTS = """
from bot.blas import tune
tune(1)
import numpy as np
random = np.random.default_rng(0)
worst = 0.0
for rows in (1, 2, 3, 7, 16, 29, 64, 129):
    for inner, columns in ((512, 768), (1280, 256), (1280, 512), (2304, 512), (512, 27)):
        left = random.standard_normal((rows, inner), dtype=np.float32)
        right = random.standard_normal((inner, columns), dtype=np.float32)
        exact = left.astype(np.float64) @ right.astype(np.float64)
        worst = max(worst, np.abs(left @ right - exact).max() / inner**0.5)
print(worst)
"""


def test_the_kernels_of_this_machine_multiply_rightly() -> None:
    """Old kernels on a young processor: the shapes that the encoder and the network use."""
    ended = subprocess.run(
        [sys.executable, "-c", _PRODUCTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert float(ended.stdout) < 1e-4
