"""The part of data/nlu that both bots learn: so many examples an intent and language."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

Sample = Mapping[tuple[str, str], tuple[str, ...]]
"""Examples by (language, intent)."""


def draw(source: Path, examples: int, seed: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """At most `examples` of each intent and language under `source` (data/nlu).

    The same seed draws the same ones, in the order of the files; an intent is drawn by itself, so
    that a new file changes no other's sample.
    """
    drawn = {}
    for path in sorted(source.glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            label = (path.parent.name, block["intent"])
            drawn[label] = _some(_examples(block), examples, f"{seed} {label}")
    return drawn


def write(sample: Sample, target: Path) -> None:
    """As training files of the same shape as data/nlu: one folder a language, one file an intent."""
    for (language, intent), texts in sample.items():
        block: dict[str, Any] = {
            "intent": intent,
            "metadata": {"language": language},
            "examples": "".join(f"- {text}\n" for text in texts),
        }
        path = target / language / f"{intent}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {"version": "3.1", "nlu": [block]}
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def _examples(block: Mapping[str, Any]) -> list[str]:
    lines = block["examples"].splitlines()
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def _some(texts: list[str], count: int, seed: str) -> tuple[str, ...]:
    chosen = sorted(random.Random(seed).sample(range(len(texts)), min(count, len(texts))))
    return tuple(texts[i] for i in chosen)
