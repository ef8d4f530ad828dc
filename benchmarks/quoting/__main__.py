"""`python -m benchmarks.quoting`: what a price costs beside the billing system's own time, into
docs/performance-quotes.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.machine import facts
from benchmarks.quoting.report import page
from benchmarks.quoting.trial import measure

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance-quotes.md"


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    day = datetime.now(timezone.utc).date()
    written = page(day, facts()["processor"], measure(given.count))
    sys.stdout.write(written)
    if given.output is not None:
        given.output.write_text(written, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quoting", description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="prices that are asked for")
    parser.add_argument("--output", type=Path, default=DOCUMENT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
