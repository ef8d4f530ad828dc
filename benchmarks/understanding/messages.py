"""Labelled messages: the training examples and the development set that they never see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

VARIETIES = ("en", "fr_CA", "fr_FR", "mixed", "short")


@dataclass(frozen=True)
class Labelled:
    """`language` is the folder's; `variety` one of `VARIETIES`, or the language for an example."""

    text: str
    intent: str
    language: str
    variety: str


def training_examples(root: Path) -> list[Labelled]:
    """From data/nlu/<language>/<intent>.yml."""
    return [
        Labelled(
            line.removeprefix("- ").strip(), block["intent"], path.parent.name, path.parent.name
        )
        for path, blocks in _files(root / "data" / "nlu")
        for block in blocks["nlu"]
        for line in block["examples"].splitlines()
        if line.startswith("- ")
    ]


def development_set(root: Path) -> list[Labelled]:
    """From tests/nlu/<language>/<intent>.yml."""
    return [
        Labelled(message["text"], path.stem, path.parent.name, message["variety"])
        for path, messages in _files(root / "tests" / "nlu")
        for message in messages
    ]


def _files(folder: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted(folder.glob("*/*.yml")):
        yield path, yaml.safe_load(path.read_text(encoding="utf-8"))
