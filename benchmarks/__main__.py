"""`python -m benchmarks`: measure, print, and write docs/performance.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from benchmarks import machine, ours, report, sample, stock
from benchmarks.plan import FULL, QUICK, Plan
from benchmarks.process import ProcessError
from benchmarks.rounds import measure

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "performance.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all was measured, whatever the bars say; 1 when it could not be."""
    given = _parser().parse_args(arguments)
    plan = QUICK if given.quick else FULL
    plan = replace(plan, **{k: v for k in _CHANGEABLE if (v := getattr(given, k)) is not None})
    output = given.output or (None if given.quick else DOCUMENT)
    with tempfile.TemporaryDirectory(prefix="prorata-bench-") as folder:
        try:
            written = _measured(plan, given.source, Path(folder))
        except ProcessError as error:
            _say(str(error))
            return 1
    sys.stdout.write(written)
    if output is not None:
        output.write_text(written, encoding="utf-8")
        _say(f"written to {output}")
    return 0


def _measured(plan: Plan, root: Path, folder: Path) -> str:
    busy = machine.load_average()
    drawn = sample.draw(root / "data" / "nlu", plan.examples, plan.seed)
    subjects = stock.make(root, drawn, folder / "stock"), ours.make(root, drawn, folder / "ours")
    rounds = measure(subjects, plan, drawn, folder, _say)
    facts = {**machine.facts(), "load average before": f"{busy:.2f}"}
    intents = {intent for _, intent in drawn}
    counts = {
        "examples": sum(map(len, drawn.values())),
        "available": sum(map(len, sample.draw(root / "data" / "nlu", sys.maxsize, 0).values())),
        "intents": len(intents),
        "questions": sum(intent.startswith("faq_") for intent in intents),
    }
    return report.document(rounds, plan, datetime.now(timezone.utc), facts, counts)


_CHANGEABLE = ("rounds", "examples")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="try the harness; writes no document")
    parser.add_argument("--rounds", type=int, help="how often everything is measured")
    parser.add_argument("--examples", type=int, help="training examples an intent and language")
    parser.add_argument("--output", type=Path, help="another file than docs/performance.md")
    parser.add_argument("--source", type=Path, default=ROOT, help="the Prorata to measure")
    return parser


def _say(text: str) -> None:
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
