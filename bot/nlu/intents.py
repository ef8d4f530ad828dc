"""Which intent is meant: a small network on a sentence encoder, a linear model on n-grams, blended."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.nlu.encoder import SentenceEncoder, UniversalSentenceEncoder
from bot.nlu.linear import LinearModel
from bot.nlu.network import Network, Training
from bot.nlu.ngrams import TYPING, rarity, weighted
from bot.nlu.noise import noisy
from bot.nlu.rows import Rows

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Settings:
    """Chosen on the development set (ADR 2).

    `spelling_strength` is scikit-learn's C; `meaning_share` weighs the network's logarithms against
    the linear model's; `sharpness` multiplies the blend, so that a probability of 0.9 is right nine
    times in ten; `noisy_copies` of each example are learnt beside it, for their spelling.
    """

    training: Training = field(default_factory=Training)
    spelling_strength: float = 10.0
    meaning_share: float = 0.55
    sharpness: float = 1.6
    noisy_copies: int = 1
    seed: int = 0


class IntentModel:
    """Trained on (text, intent) pairs of both languages at once."""

    def __init__(
        self,
        meaning: Network,
        spelling: LinearModel,
        rarities: Floats,
        settings: Settings | None = None,
        encoder: SentenceEncoder | None = None,
    ) -> None:
        self._encoder = encoder or UniversalSentenceEncoder()
        self._meaning, self._spelling, self._rarities = meaning, spelling, rarities
        self._settings = settings or Settings()

    @classmethod
    def fit(
        cls,
        texts: Sequence[str],
        intents: Sequence[str],
        settings: Settings | None = None,
        encoder: SentenceEncoder | None = None,
    ) -> IntentModel:
        settings = settings or Settings()
        encoder = encoder or UniversalSentenceEncoder()
        # Noise is for the spelling: the network learnt nothing from it, at twice the time (ADR 2).
        counts = TYPING.counts([*texts, *_copies(texts, settings)])
        rarities = rarity(counts[: len(texts)])
        labels = list(intents) * (1 + settings.noisy_copies)
        return cls(
            Network.fit(encoder.encode(texts), intents, settings.training),
            LinearModel.fit(weighted(counts, rarities), labels, settings.spelling_strength),
            rarities,
            settings,
            encoder,
        )

    def rank(self, texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        """For each text every intent, likeliest first; the probabilities sum to 1."""
        return [
            [(self.labels[i], float(row[i])) for i in np.argsort(-row)]
            for row in self.probabilities(texts)
        ]

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, intents): the two models' geometric mean, weighted and normalised."""
        meaning = self._meaning.log_probabilities(self._encoder.encode(texts))
        rows = Rows.weighted(TYPING, texts, self._rarities)
        spelling = self._spelling.log_probabilities(rows)
        share = self._settings.meaning_share
        blended = self._settings.sharpness * (share * meaning + (1 - share) * spelling)
        odds = np.exp(blended - blended.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    @property
    def labels(self) -> tuple[str, ...]:
        return self._meaning.labels

    def save(self, path: Path) -> None:
        np.savez(
            path,
            rarities=self._rarities,
            **self._meaning.arrays("meaning"),
            **self._spelling.arrays("spelling"),
        )

    @classmethod
    def load(cls, path: Path, settings: Settings | None = None) -> IntentModel:
        with np.load(path, allow_pickle=False) as arrays:
            return cls(
                Network.from_arrays(arrays, "meaning"),
                LinearModel.from_arrays(arrays, "spelling"),
                arrays["rarities"],
                settings,
            )


def _copies(texts: Sequence[str], settings: Settings) -> list[str]:
    chance = random.Random(settings.seed)  # noqa: S311 - nothing secret
    return [noisy(text, chance) for _ in range(settings.noisy_copies) for text in texts]
