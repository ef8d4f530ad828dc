"""`python -m benchmarks.platforms`: measure, print, and write docs/performance-platforms.md."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.machine import facts, load_average
from benchmarks.platforms import fuzz, kills, pace
from benchmarks.platforms.crowd import learned
from benchmarks.platforms.everywhere import serving
from benchmarks.platforms.report import Measured, page

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance-platforms.md"


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    # A request that a killed bot has not finished is no error of the platform's.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    written = page(datetime.now(timezone.utc).date(), facts(), _measured(given))
    sys.stdout.write(written)
    if given.output is not None:
        given.output.write_text(written, encoding="utf-8")
    return 0


def _measured(given: argparse.Namespace) -> Measured:
    load = load_average()
    messages, people = given.messages, given.people
    with (
        tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder,
        serving(Path(folder)) as everywhere,
    ):
        answers = learned(everywhere)
        even = pace.even(everywhere, answers, messages, people, given.a_second)
        at_once = pace.at_once(everywhere, answers, messages, people)
        killed = kills.measure(everywhere, answers, messages, people, given.kills)
        sys.stderr.write(f"{killed}\n")
        odd = fuzz.measure(everywhere, given.warm_up, given.calls)
        sys.stderr.write(f"{odd}\n")
    return Measured(people, given.a_second, load, even, at_once, killed, odd)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.platforms", description=__doc__)
    parser.add_argument("--messages", type=int, default=1000, help="of each measurement")
    parser.add_argument("--people", type=int, default=60, help="at most 17 messages each")
    parser.add_argument("--a-second", type=float, default=20, help="messages at an even pace")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--calls", type=int, default=3000, help="odd ones, to each platform")
    parser.add_argument("--warm-up", type=int, default=500, help="odd calls before them")
    parser.add_argument("--output", type=Path, default=DOCUMENT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
