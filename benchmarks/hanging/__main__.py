"""`python -m benchmarks.hanging`: measure, print, and write docs/performance-faults.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.hanging.report import page
from benchmarks.hanging.trial import measure
from benchmarks.machine import facts

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance-faults.md"


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    runs = {
        when: measure(given.crowd, within, given.seconds, given.rounds)
        for when, within in {
            f"within {given.seconds:g} s": given.seconds,
            "all at once": 0.0,
        }.items()
    }
    written = page(datetime.now(timezone.utc).date(), facts(), runs)
    sys.stdout.write(written)
    if given.output is not None:
        given.output.write_text(written, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hanging", description=__doc__)
    parser.add_argument("--crowd", type=int, default=200, help="who ask for a price")
    parser.add_argument("--seconds", type=float, default=30, help="of one measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path, default=DOCUMENT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
