"""numpy's matrix products on this machine. They are read at numpy's import, so this comes before."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
# OpenBLAS's names of its kernels and what a processor needs for them, best first.
_KERNELS = (
    ("SkylakeX", {"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"}),
    ("Haswell", {"avx2", "fma"}),
)


def tune(
    threads: int | None = None,
    environment: MutableMapping[str, str] = os.environ,
    processors: Path = Path("/proc/cpuinfo"),
) -> None:
    """At most so many threads (None: OpenBLAS decides), and kernels that fit the processor.

    What the environment already says stands. numpy 1.23 brings OpenBLAS 0.3.20, which knows no
    processor younger than itself and then takes its kernels of 2004: three times slower.
    """
    if threads is not None:
        for name in _THREADS:
            environment.setdefault(name, str(threads))
    features = _features(processors)
    fitting = (kernel for kernel, needed in _KERNELS if needed <= features)
    if kernel := next(fitting, None):
        environment.setdefault("OPENBLAS_CORETYPE", kernel)


def _features(processors: Path) -> set[str]:
    """Of the first processor; nothing where the system does not tell (not Linux, not x86)."""
    try:
        lines = processors.read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    flags = next((line for line in lines if line.startswith("flags")), "")
    return set(flags.partition(":")[2].split())
