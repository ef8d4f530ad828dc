"""Learning curve: is it data or model that is short?"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from benchmarks.understanding.messages import Labelled
from bot.nlu.encoder import UniversalSentenceEncoder, Vectors
from bot.nlu.intents import IntentModel

# Examples an intent and language; the last point is all of them.
SIZES = (10, 25, 50, 100, 200, 400)


class RememberingEncoder:
    """Encodes each text once, however many models learn from it."""

    size = UniversalSentenceEncoder.size

    def __init__(self) -> None:
        self._encoder = UniversalSentenceEncoder()
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def learning_curve(
    examples: Sequence[Labelled], messages: Sequence[Labelled], encoder: RememberingEncoder
) -> list[tuple[int, dict[str, float]]]:
    """(examples an intent and language, accuracy by language), smallest first."""
    chance = random.Random(0)
    shuffled = chance.sample(list(examples), len(examples))
    return [(size, _accuracies(_first(shuffled, size), messages, encoder)) for size in SIZES]


def _first(examples: Sequence[Labelled], size: int) -> list[Labelled]:
    taken: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    for example in examples:
        held = taken[example.intent, example.language]
        if len(held) < size:
            held.append(example)
    return [example for held in taken.values() for example in held]


def _accuracies(
    examples: Sequence[Labelled], messages: Sequence[Labelled], encoder: RememberingEncoder
) -> dict[str, float]:
    model = IntentModel.fit(
        [example.text for example in examples],
        [example.intent for example in examples],
        encoder=encoder,
    )
    best = model.probabilities([message.text for message in messages]).argmax(axis=1)
    right = np.array(
        [model.labels[i] == message.intent for i, message in zip(best, messages, strict=True)],
        dtype=float,
    )
    languages = np.array([message.language for message in messages])
    return {language: float(right[languages == language].mean()) for language in ("en", "fr")}
