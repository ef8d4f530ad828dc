"""The sentence encoder's forward pass, with what it knows before its last layer.

The package's own vector is made for comparing sentences; the sums that it is computed from keep more
of the wording, and a classifier on all three is better than on the vector alone (ADR 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.nlu.tokens import CHANNELS, WINDOWS, TokenMemory, scale_rows

Floats = npt.NDArray[np.float32]
Pieces = Sequence[int]

# Empty rows between two messages, so that no window sees a neighbour.
_GAP = 4

SIZE = 1280 + 512 + 512


class Layers:
    """`weights` is the package's backend."""

    def __init__(self, weights: Any) -> None:
        self._weights, self._tokens = weights, TokenMemory(weights)

    def of(self, messages: Sequence[Pieces]) -> Floats:
        """Shape (messages, 2304): pooled tokens (1280), their projection (512), sentence (512).

        A message is its token numbers, begin and end marks included.
        """
        weights = self._weights
        lengths = np.array([len(pieces) for pieces in messages])
        starts = np.concatenate(([0], np.cumsum(lengths + _GAP)[:-1]))
        gaps = np.repeat(_GAP * np.arange(len(messages)), lengths)
        places = gaps + np.arange(len(gaps))
        tokens = self._in_context([piece for pieces in messages for piece in pieces], places)
        roots = np.sqrt(lengths.astype(np.float32))[:, None]
        totals = np.add.reduceat(tokens, starts, axis=0) / roots
        projected = totals @ weights.cnn_W + roots * weights.cnn_b
        return np.concatenate((totals, projected, _sentence(weights, projected)), axis=1)

    def _in_context(self, pieces: Pieces, places: npt.NDArray[np.int64]) -> Floats:
        """Shape (rows, 1280): at `places`, each token's embedding and three convolutions of it."""
        weights, tokens = self._weights, self._tokens.of(pieces)
        rows = int(places[-1]) + 1
        real = np.zeros((rows, 1), dtype=np.float32)
        real[places] = 1
        narrow, added = (_spread(values, places, rows) for values in (tokens.narrow, tokens.added))
        parts = [_spread(tokens.embedded, places, rows)]
        column = 0
        for branch, (width, left) in enumerate(WINDOWS):
            itself = narrow[:, branch * CHANNELS : (branch + 1) * CHANNELS]
            first = _summed(added, column, width, left) + weights.b1[branch]
            values = (np.maximum(first, 0) + itself) * real
            second = _windows(values, width, left) @ weights.w2[branch] + weights.b2[branch]
            parts.append((np.maximum(second, 0) + values) * real)
            column += width * CHANNELS
        found = np.concatenate(parts, axis=1)
        scale_rows(found, weights.ln_g, weights.ln_b, weights.eps)
        found *= real
        return found


def _spread(values: Floats, places: npt.NDArray[np.int64], rows: int) -> Floats:
    """`values` at their places, zeros between; as they are where there is no gap."""
    if rows == len(values):
        return values
    spread = np.zeros((rows, values.shape[1]), dtype=np.float32)
    spread[places] = values
    return spread


def _summed(added: Floats, column: int, width: int, left: int) -> Floats:
    """Shape (rows, channels): what the tokens of each window add to its centre."""
    rows = len(added)
    sums = np.zeros((rows, CHANNELS), dtype=np.float32)
    for place in range(width):
        here, there = _overlap(rows, place - left)
        start = column + place * CHANNELS
        sums[here] += added[there, start : start + CHANNELS]
    return sums


def _windows(values: Floats, width: int, left: int) -> Floats:
    """Shape (rows, width × channels); zeros beyond either end."""
    rows = len(values)
    # Copied into place: a view of overlapping rows would keep numpy from using BLAS.
    windows = np.zeros((rows, width, CHANNELS), dtype=np.float32)
    for place in range(width):
        here, there = _overlap(rows, place - left)
        windows[here, place] = values[there]
    return windows.reshape(rows, width * CHANNELS)


def _overlap(rows: int, shift: int) -> tuple[slice, slice]:
    """The rows that have a neighbour `shift` further on, and those neighbours."""
    shift = max(-rows, min(rows, shift))
    return slice(max(0, -shift), rows - max(0, shift)), slice(max(0, shift), rows + min(0, shift))


def _sentence(weights: Any, projected: Floats) -> Floats:
    """Shape (messages, 512), rows of length 1: what the package itself returns."""
    first = np.maximum(projected @ weights.d0, 0)
    second = np.maximum(projected @ weights.p1 + first @ weights.d1, 0)
    third = np.maximum(second @ weights.d2, 0)
    last = np.tanh(second @ weights.p3 + third @ weights.d3)
    squares = np.einsum("ij,ij->i", last, last)
    return np.asarray(last / np.sqrt(np.maximum(squares, weights.eps))[:, None], dtype=np.float32)
