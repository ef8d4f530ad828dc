"""docs/nlu/README.md and its pictures, of a few messages."""

from __future__ import annotations

from pathlib import Path

from benchmarks.understanding.messages import VARIETIES, Labelled
from benchmarks.understanding.page import page
from benchmarks.understanding.parsed import Parsed
from benchmarks.understanding.plots import (
    accuracy_plot,
    confusion_plot,
    curve_plot,
    reliability_plot,
)

PARSED = [
    Parsed(
        Labelled(f"message {variety} | {intent}", intent, language, variety),
        "thank" if variety == "short" else intent,
        0.9,
        "answer",
        (),
        language,
    )
    for variety in VARIETIES
    for intent in ("thank", "out_of_scope")
    for language in ("en", "fr")
]


def test_the_page_holds_the_figures_and_the_errors() -> None:
    text = page(PARSED, {"en": 0.91, "fr": 0.9})
    assert "| accuracy, en (4 messages) | ≥ 92 % | 100.0 % |" in text
    assert "| accuracy, short (4 messages) |  | 50.0 % |" in text
    assert "| cross-validation over the training examples, fr | | 90.0 % |" in text
    assert "| out_of_scope | thank | 2 |" in text
    assert "| 0.90 | out_of_scope | thank | answer | short | message short / out_of_scope |" in text


def test_every_picture_of_the_page_is_drawn(tmp_path: Path) -> None:
    accuracy_plot(PARSED, tmp_path / "accuracy.png")
    confusion_plot(PARSED, tmp_path / "confusions.png")
    reliability_plot(PARSED, 0.1, tmp_path / "reliability.png")
    curve_plot(
        [(10, {"en": 0.5, "fr": 0.4}), (100, {"en": 0.9, "fr": 0.8})],
        tmp_path / "learning-curve.png",
    )
    text = page(PARSED, {})
    for picture in tmp_path.glob("*.png"):
        assert f"({picture.name})" in text
        assert picture.read_bytes().startswith(b"\x89PNG")
    assert len(list(tmp_path.glob("*.png"))) == text.count(".png)")
