"""docs/nlu/README.md: the figures beside their bars, then what is still wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.understanding.measures import (
    accuracy,
    calibration_error,
    confusions,
    customers_refused,
    language_accuracy,
    out_of_scope_recall,
    recalls,
    share,
)
from benchmarks.understanding.messages import VARIETIES
from benchmarks.understanding.parsed import Parsed

_WORST = 20
_CONFUSIONS = 15

Measured = Callable[[Sequence[Parsed]], float]

_FIGURES: tuple[tuple[str, str, Measured], ...] = (
    ("worst intent's recall", "≥ 80 %", lambda parsed: min(recalls(parsed).values())),
    (
        "answered wrongly with confidence",
        "≤ 4 %",
        lambda parsed: share(parsed, lambda item: item.answered_wrongly),
    ),
    (
        "right meaning answered or offered",
        "≥ 97 %",
        lambda parsed: share(parsed, lambda item: item.reached),
    ),
    ("out of scope recognised", "≥ 88 %", out_of_scope_recall),
    ("customers wrongly refused", "≤ 3 %", customers_refused),
    ("expected calibration error", "≤ 5 %", calibration_error),
    ("language, four words and more", "≥ 99.5 %", lambda parsed: language_accuracy(parsed, 4)),
    ("language, every message", "≥ 97 %", lambda parsed: language_accuracy(parsed, 0)),
)
_VARIETY_BARS = {"en": "≥ 92 %", "fr_CA": "≥ 92 %", "fr_FR": "≥ 92 %", "mixed": "≥ 88 %"}


def page(parsed: Sequence[Parsed], crossed: dict[str, float]) -> str:
    return "\n".join(
        (
            "# How well messages are understood",
            "",
            "Written by `make nlu-report`. The development set (`tests/nlu/`) is never learnt from, nor is",
            "anything near it (`tests/repository/test_overlap.py`). Half of it was written by authors who",
            "had seen neither the examples nor the code. Cross-validation over the training examples is",
            "the harder figure: many are cases that earlier models got wrong, and some are ambiguous.",
            "",
            *_bars(parsed, crossed),
            "",
            "![recall by intent and language](accuracy.png)",
            "![reliability](reliability.png)",
            "![learning curve](learning-curve.png)",
            "![confusion matrix](confusions.png)",
            "",
            *_confusion_table(parsed),
            "",
            *_worst_errors(parsed),
            "",
        )
    )


def _bars(parsed: Sequence[Parsed], crossed: dict[str, float]) -> list[str]:
    lines = ["| | bar | reached |", "|---|---|---|"]
    for variety in VARIETIES:
        held = [item for item in parsed if item.message.variety == variety]
        bar = _VARIETY_BARS.get(variety, "")
        lines.append(
            f"| accuracy, {variety} ({len(held)} messages) | {bar} | {_share(accuracy(held))} |"
        )
    lines.append(f"| accuracy, all ({len(parsed)} messages) | | {_share(accuracy(parsed))} |")
    for language, value in crossed.items():
        lines.append(
            f"| cross-validation over the training examples, {language} | | {_share(value)} |"
        )
    for name, bar, measured in _FIGURES:
        lines.append(f"| {name} | {bar} | {_share(measured(parsed))} |")
    return lines


def _confusion_table(parsed: Sequence[Parsed]) -> list[str]:
    rows = [
        f"| {meant} | {understood} | {count} |"
        for (meant, understood), count in confusions(parsed)[:_CONFUSIONS]
    ]
    return [
        "## Most frequent confusions",
        "",
        "| meant | understood | messages |",
        "|---|---|---|",
        *rows,
    ]


def _worst_errors(parsed: Sequence[Parsed]) -> list[str]:
    wrong = sorted((item for item in parsed if not item.right), key=lambda item: -item.confidence)
    rows = [
        f"| {item.confidence:.2f} | {item.message.intent} | {item.intent} | {item.tier} "
        f"| {item.message.variety} | {item.message.text.replace('|', '/')} |"
        for item in wrong[:_WORST]
    ]
    head = "| confidence | meant | understood | tier | variety | message |"
    return [f"## The {_WORST} worst errors", "", head, "|---|---|---|---|---|---|", *rows]


def _share(value: float) -> str:
    return f"{value * 100:.1f} %"
