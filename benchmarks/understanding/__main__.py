"""Measures the model of the working tree (trained first when there is none); about ten minutes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.blas import tune
from bot.model import ROOT, ready_model
from bot.progress import say
from bot.quiet import quieten


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.understanding", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "nlu")
    given = parser.parse_args()
    tune()
    quieten()
    from benchmarks.understanding.curve import RememberingEncoder, learning_curve
    from benchmarks.understanding.folds import cross_validated
    from benchmarks.understanding.measures import calibration_error
    from benchmarks.understanding.messages import development_set, training_examples
    from benchmarks.understanding.page import page
    from benchmarks.understanding.parsed import parse_all
    from benchmarks.understanding.plots import (
        accuracy_plot,
        confusion_plot,
        curve_plot,
        reliability_plot,
    )

    examples, messages = training_examples(ROOT), development_set(ROOT)
    parsed = parse_all(ready_model(say), messages)
    output: Path = given.output
    output.mkdir(parents=True, exist_ok=True)
    accuracy_plot(parsed, output / "accuracy.png")
    confusion_plot(parsed, output / "confusions.png")
    reliability_plot(parsed, calibration_error(parsed), output / "reliability.png")
    encoder = RememberingEncoder()
    say("five-fold cross-validation")
    crossed = cross_validated(examples, encoder)
    (output / "README.md").write_text(page(parsed, crossed), encoding="utf-8")
    say("learning curve")
    curve_plot(learning_curve(examples, messages, encoder), output / "learning-curve.png")
    say(f"written: {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
