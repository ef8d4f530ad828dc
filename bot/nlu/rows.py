"""The n-grams of a few messages, weighted, as rows that are only ever multiplied by a matrix.

scipy takes longer to make a sparse matrix of one message than to multiply it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.nlu.ngrams import Floats, Ngrams, counted


@dataclass(frozen=True)
class Rows:
    """For each row the columns that are not zero, and their values."""

    columns: tuple[npt.NDArray[np.int32], ...]
    values: tuple[Floats, ...]

    @classmethod
    def weighted(cls, ngrams: Ngrams, texts: Sequence[str], weights: Floats) -> Rows:
        """The same rows as `weighted(ngrams.counts(texts), weights)`."""
        found = [counted(ngrams, text) for text in texts]
        scaled = (_unit(counts * weights[columns]) for columns, counts in found)
        return cls(tuple(columns for columns, _ in found), tuple(scaled))

    def __matmul__(self, matrix: Floats) -> Floats:
        """Shape (rows, matrix.shape[1])."""
        pairs = zip(self.columns, self.values, strict=True)
        return np.stack([values @ matrix[columns] for columns, values in pairs])


def _unit(values: Floats) -> Floats:
    """At length 1; nothing stays nothing."""
    return values / np.sqrt(values @ values) if len(values) else values
