"""Is this English or French? A linear model over n-grams, trained with the bot's own data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from bot.nlu.linear import Floats, LinearModel
from bot.nlu.ngrams import TYPING, rarity, weighted
from bot.nlu.rows import Rows

Language = Literal["en", "fr"]

_STRENGTH = 10.0
_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


@dataclass(frozen=True)
class Identification:
    """`decisive` where a conversation may switch on it; otherwise it keeps the language it has."""

    language: Language
    confidence: float
    decisive: bool


class LanguageModel:
    """About 0.3 ms a message."""

    def __init__(self, linear: LinearModel, rarities: Floats) -> None:
        self._linear, self._rarities = linear, rarities

    @classmethod
    def fit(cls, texts: Sequence[str], languages: list[str]) -> LanguageModel:
        counts = TYPING.counts(texts)
        rarities = rarity(counts)
        return cls(LinearModel.fit(weighted(counts, rarities), languages, _STRENGTH), rarities)

    def identify(self, text: str) -> Identification:
        """One or two words must be plainly of one language to be decisive; more words, likelier so."""
        rows = Rows.weighted(TYPING, [text], self._rarities)
        probabilities = np.exp(self._linear.log_probabilities(rows)[0])
        best = int(probabilities.argmax())
        confidence = float(probabilities[best])
        language: Language = "fr" if self._linear.labels[best] == "fr" else "en"
        words = len(_WORD.findall(text))
        if words == 0:
            return Identification(language, 0.5, decisive=False)  # "5", "??": no cue at all
        needed = {1: 0.97, 2: 0.92, 3: 0.85}.get(words, 0.65)
        return Identification(language, confidence, confidence >= needed)

    def save(self, path: Path) -> None:
        np.savez(path, rarities=self._rarities, **self._linear.arrays("language"))

    @classmethod
    def load(cls, path: Path) -> LanguageModel:
        with np.load(path, allow_pickle=False) as arrays:
            return cls(LinearModel.from_arrays(arrays, "language"), arrays["rarities"])
