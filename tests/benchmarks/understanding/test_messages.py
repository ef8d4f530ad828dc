"""Labelled messages as they lie in data/nlu and tests/nlu."""

from __future__ import annotations

from pathlib import Path

from benchmarks.understanding.messages import Labelled, development_set, training_examples


def test_examples_have_their_folders_language(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "nlu" / "fr"
    folder.mkdir(parents=True)
    (folder / "thank.yml").write_text(
        "nlu:\n- intent: thank\n  examples: |\n    - merci\n    - un gros merci: à tantôt\n",
        "utf-8",
    )
    assert training_examples(tmp_path) == [
        Labelled("merci", "thank", "fr", "fr"),
        Labelled("un gros merci: à tantôt", "thank", "fr", "fr"),
    ]


def test_measured_messages_have_a_variety(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "nlu" / "en"
    folder.mkdir(parents=True)
    (folder / "greet.yml").write_text('- {variety: short, text: "hi"}\n', "utf-8")
    assert development_set(tmp_path) == [Labelled("hi", "greet", "en", "short")]
