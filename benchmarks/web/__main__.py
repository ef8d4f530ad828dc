"""`python -m benchmarks.web`: measure, print, and write docs/performance-web.md."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.machine import facts
from benchmarks.web import crowd, kills
from benchmarks.web.report import page
from benchmarks.web.server import serving

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance-web.md"

_A_SECOND = 20.0


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder:
        with serving(Path(folder)) as server:
            crowded = asyncio.run(
                crowd.measure(server.url, server.pid, given.idle, given.seconds, _A_SECOND)
            )
        sys.stderr.write(f"{crowded}\n")
        with serving(Path(folder) / "kills") as server:
            killed = asyncio.run(
                kills.measure(server.url, given.rounds, given.customers, server.restart)
            )
    written = page(datetime.now(timezone.utc).date(), facts(), crowded, killed)
    sys.stdout.write(written)
    if given.output is not None:
        given.output.write_text(written, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    parser.add_argument("--idle", type=int, default=1000, help="widgets that say nothing")
    parser.add_argument("--seconds", type=float, default=60, help="of messages")
    parser.add_argument("--rounds", type=int, default=100, help="kills")
    parser.add_argument("--customers", type=int, default=20, help="who talk meanwhile")
    parser.add_argument("--output", type=Path, default=DOCUMENT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
