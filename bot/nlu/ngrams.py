"""Hashed n-grams: what typos, missing accents and SMS spelling leave recognisable."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from bot.nlu.normalise import fold

Floats = npt.NDArray[np.float32]

# A question mark tells "3 seats" from "3 seats?"; other punctuation only adds noise.
_WORD = re.compile(r"\w+|\?")


@dataclass(frozen=True)
class Ngrams:
    """Nothing to fit: every n-gram has its bucket. Weights belong to the model that counts them.

    Characters within words, from `shortest` to `longest`, each word padded with a space on either
    side; with `words`, also whole words and pairs of neighbours.
    """

    shortest: int
    longest: int
    words: bool
    buckets: int

    def of(self, text: str) -> Iterator[str]:
        words = _WORD.findall(fold(text))
        for word in words:
            padded = f" {word} "
            for size in range(self.shortest, min(self.longest, len(padded)) + 1):
                for start in range(len(padded) - size + 1):
                    yield padded[start : start + size]
        if self.words:
            yield from (f"#{word}" for word in words)
            yield from (f"#{left}#{right}" for left, right in pairwise(words))

    def counts(self, texts: Sequence[str]) -> csr_matrix:
        """Shape (len(texts), buckets): 1 + ln of how often; every row is left unscaled."""
        rows = [counted(self, text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns, counts = (np.concatenate(parts) for parts in zip(*rows, strict=True))
        return csr_matrix((counts, columns, ends), shape=(len(texts), self.buckets))


# What both our models read.
TYPING = Ngrams(shortest=2, longest=5, words=True, buckets=2**16)


# Two models count the same messages one after the other, their language and their intent.
@lru_cache(maxsize=64)
def counted(ngrams: Ngrams, text: str) -> tuple[npt.NDArray[np.int32], Floats]:
    """The buckets of a text's n-grams, and 1 + ln of how often; not to be written to."""
    found = Counter(crc32(gram.encode()) % ngrams.buckets for gram in ngrams.of(text))
    columns = np.fromiter(found, dtype=np.int32, count=len(found))
    counts = [1 + math.log(count) for count in found.values()]
    return columns, np.array(counts, dtype=np.float32)


def rarity(counts: csr_matrix) -> Floats:
    """Inverse document frequency, smoothed: ln((1 + rows) / (1 + rows with it)) + 1."""
    rows, buckets = counts.shape
    having = np.bincount(counts.indices, minlength=buckets)
    return (np.log((1 + rows) / (1 + having)) + 1).astype(np.float32)


def weighted(counts: csr_matrix, weights: Floats) -> csr_matrix:
    """`counts` itself: each count times its bucket's weight, rows scaled to length 1.

    An empty row stays empty.
    """
    values = counts.data * weights[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=counts.shape[0]))
    counts.data = (values / lengths[rows]).astype(np.float32)
    return counts
