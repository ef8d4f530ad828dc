"""What the encoder makes of a token before it looks at the neighbours: computed once, remembered.

The three narrow vectors that the convolutions work on, and what each of these adds to the first
convolution at each place of its window. That is three fifths of the encoder's work, and the same
few hundred tokens make up most of what customers write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

CHANNELS = 256
# (width of the window, tokens to the left of its centre) of the three convolutions.
WINDOWS = ((2, 0), (3, 1), (5, 2))

_CHUNKS = 17
_NARROW = len(WINDOWS) * CHANNELS
# 13 kB each.
_REMEMBERED_AT_MOST = 2_048


@dataclass(frozen=True)
class Tokens:
    """Rows are tokens: `embedded` (512), `narrow` (3 × 256), `added` (2 + 3 + 5 places × 256)."""

    embedded: Floats
    narrow: Floats
    added: Floats


class TokenMemory:
    """`weights` is the package's backend."""

    def __init__(self, weights: Any, at_most: int = _REMEMBERED_AT_MOST) -> None:
        self._weights, self._at_most = weights, at_most
        self._known: dict[int, Floats] = {}
        # From one vector to what it adds at each place, instead of from a window to its centre.
        self._first = [
            np.concatenate(np.split(weights.w1[branch], width), axis=1)
            for branch, (width, _) in enumerate(WINDOWS)
        ]

    def of(self, pieces: Sequence[int]) -> Tokens:
        """One row for each token number."""
        new = np.array([piece for piece in dict.fromkeys(pieces) if piece not in self._known])
        if len(new):
            self._known.update(zip(new.tolist(), self._computed(new), strict=True))
        rows = np.stack([self._known[piece] for piece in pieces])
        for oldest in list(islice(self._known, max(0, len(self._known) - self._at_most))):
            del self._known[oldest]
        return Tokens(self._embedded(np.array(pieces)), rows[:, :_NARROW], rows[:, _NARROW:])

    def _embedded(self, pieces: npt.NDArray[np.int64]) -> Floats:
        weights, chunks = self._weights, pieces % _CHUNKS
        embedded = weights.table[pieces] * weights.scale[chunks, None] + weights.lo[chunks, None]
        return np.asarray(embedded, dtype=np.float32)

    def _computed(self, pieces: npt.NDArray[np.int64]) -> list[Floats]:
        weights = self._weights
        narrow = self._embedded(pieces) @ weights.proj_W + weights.proj_b
        scale_rows(narrow, weights.ln_g_all, weights.ln_b_all, weights.eps)
        branches = np.split(narrow, len(WINDOWS), axis=1)
        added = [values @ matrix for values, matrix in zip(branches, self._first, strict=True)]
        # Copies: a row of the whole would keep all of it alive.
        return [row.copy() for row in np.concatenate((narrow, *added), axis=1)]


def scale_rows(rows: Floats, gain: Floats, bias: Floats, epsilon: float) -> None:
    """Layer normalisation, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + epsilon)[:, None]
    rows *= gain
    rows += bias
