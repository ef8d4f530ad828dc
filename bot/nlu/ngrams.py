"""Hashed character n-grams: what typos, missing accents and SMS spelling leave recognisable."""

from __future__ import annotations

from collections.abc import Sequence

from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer

from bot.nlu.normalise import fold


class CharacterNgrams:
    """Stateless: nothing to fit and nothing to store beside its three numbers."""

    def __init__(self, shortest: int, longest: int, buckets: int) -> None:
        self._vectorizer = HashingVectorizer(
            analyzer="char_wb",
            ngram_range=(shortest, longest),
            n_features=buckets,
            alternate_sign=False,
            norm="l2",
            lowercase=False,
            preprocessor=fold,
        )

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """Shape (len(texts), buckets), rows of length 1."""
        return self._vectorizer.transform(texts)
