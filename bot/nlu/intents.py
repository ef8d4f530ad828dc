"""Which intent is meant: a sentence encoder and character n-grams, a linear model on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.nlu.encoder import SentenceEncoder, UniversalSentenceEncoder
from bot.nlu.linear import LinearModel
from bot.nlu.ngrams import CharacterNgrams

_NGRAMS = CharacterNgrams(shortest=2, longest=5, buckets=2**15)


@dataclass(frozen=True)
class Settings:
    """Strengths are scikit-learn's C; `sharpness` divides the blended logarithms' temperature."""

    meaning_strength: float = 20.0
    spelling_strength: float = 10.0
    meaning_share: float = 0.45
    sharpness: float = 1.0


class IntentModel:
    """Trained on (text, intent) pairs of both languages at once."""

    def __init__(
        self, meaning: LinearModel, spelling: LinearModel, settings: Settings | None = None
    ) -> None:
        self._encoder: SentenceEncoder = UniversalSentenceEncoder()
        self._meaning, self._spelling = meaning, spelling
        self._settings = settings or Settings()

    @classmethod
    def fit(
        cls, texts: Sequence[str], intents: list[str], settings: Settings | None = None
    ) -> IntentModel:
        settings = settings or Settings()
        encoder = UniversalSentenceEncoder()
        return cls(
            LinearModel.fit(encoder.encode(texts), intents, settings.meaning_strength),
            LinearModel.fit(_NGRAMS.vectors(texts), intents, settings.spelling_strength),
            settings,
        )

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Every intent with its probability, likeliest first; the probabilities sum to 1."""
        probabilities = self.probabilities([text])[0]
        order = np.argsort(-probabilities)
        return [(self._meaning.labels[i], float(probabilities[i])) for i in order]

    def probabilities(
        self, texts: Sequence[str]
    ) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        """Shape (texts, intents): the two models' geometric mean, weighted and normalised."""
        meaning = self._meaning.log_probabilities(self._encoder.encode(texts))
        spelling = self._spelling.log_probabilities(_NGRAMS.vectors(texts))
        share = self._settings.meaning_share
        blended = self._settings.sharpness * (share * meaning + (1 - share) * spelling)
        odds = np.exp(blended - blended.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    @property
    def labels(self) -> tuple[str, ...]:
        return self._meaning.labels

    def save(self, path: Path) -> None:
        np.savez(path, **self._meaning.arrays("meaning"), **self._spelling.arrays("spelling"))

    @classmethod
    def load(cls, path: Path, settings: Settings | None = None) -> IntentModel:
        with np.load(path, allow_pickle=False) as arrays:
            return cls(
                LinearModel.from_arrays(arrays, "meaning"),
                LinearModel.from_arrays(arrays, "spelling"),
                settings,
            )
