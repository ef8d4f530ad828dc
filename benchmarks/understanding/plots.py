"""The report's pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from benchmarks.understanding.measures import accuracy, reliability
from benchmarks.understanding.parsed import Parsed

_COLOURS = {"en": "#1f5fa8", "fr": "#b8452f"}


def accuracy_plot(parsed: Sequence[Parsed], path: Path) -> None:
    """Recall of each intent, English beside French."""
    intents = sorted({item.message.intent for item in parsed}, reverse=True)
    figure, axes = _axes(8, 9)
    for offset, language in ((0.2, "en"), (-0.2, "fr")):
        values = [
            accuracy(
                item
                for item in parsed
                if item.message.intent == intent and item.message.language == language
            )
            for intent in intents
        ]
        places = np.arange(len(intents)) + offset
        axes.barh(places, values, height=0.38, color=_COLOURS[language], label=language)
    axes.axvline(0.8, color="black", linewidth=0.8, linestyle=":")
    axes.set_yticks(range(len(intents)), intents)
    axes.set_xlim(0.5, 1)
    axes.set_xlabel("recall on the development set (dotted: the bar for the worst intent)")
    axes.legend(loc="lower left")
    _save(figure, path)


def confusion_plot(parsed: Sequence[Parsed], path: Path) -> None:
    intents = sorted({item.message.intent for item in parsed})
    counts = np.zeros((len(intents), len(intents)))
    for item in parsed:
        counts[intents.index(item.message.intent), intents.index(item.intent)] += 1
    figure, axes = _axes(10, 9)
    axes.imshow(np.sqrt(counts), cmap="Blues")
    for row, column in np.argwhere(counts):
        colour = "white" if row == column else "black"
        axes.text(
            column, row, int(counts[row, column]), ha="center", va="center", size=7, color=colour
        )
    axes.set_xticks(range(len(intents)), intents, rotation=90)
    axes.set_yticks(range(len(intents)), intents)
    axes.set_xlabel("understood")
    axes.set_ylabel("meant")
    _save(figure, path)


def reliability_plot(parsed: Sequence[Parsed], error: float, path: Path) -> None:
    points = reliability(parsed)
    figure, axes = _axes(5, 5)
    axes.plot((0, 1), (0, 1), color="grey", linewidth=0.8, linestyle=":")
    axes.scatter(
        [sure for sure, _, _ in points],
        [right for _, right, _ in points],
        s=[20 + count / 2 for _, _, count in points],
        color=_COLOURS["en"],
    )
    axes.set_xlabel("confidence")
    axes.set_ylabel("accuracy (area: messages)")
    axes.set_title(f"expected calibration error {error:.3f}")
    _save(figure, path)


def curve_plot(curve: Sequence[tuple[int, dict[str, float]]], path: Path) -> None:
    figure, axes = _axes(6, 4)
    for language, colour in _COLOURS.items():
        axes.plot(
            [size for size, _ in curve],
            [accuracies[language] for _, accuracies in curve],
            marker="o",
            color=colour,
            label=language,
        )
    axes.set_xscale("log")
    axes.set_xticks([size for size, _ in curve], [str(size) for size, _ in curve])
    axes.set_xlabel("at most so many examples an intent and language")
    axes.set_ylabel("accuracy on the development set")
    axes.grid(alpha=0.3)
    axes.legend()
    _save(figure, path)


def _axes(width: float, height: float) -> tuple[Figure, Any]:
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _save(figure: Figure, path: Path) -> None:
    # Without a date and a version in the file, the same figures make the same bytes.
    figure.savefig(path, dpi=110, metadata={"Software": None})
