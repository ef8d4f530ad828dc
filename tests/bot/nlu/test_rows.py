"""Rows of weighted n-grams without scipy."""

from __future__ import annotations

import numpy as np

from bot.nlu.ngrams import Ngrams, rarity, weighted
from bot.nlu.rows import Rows

NGRAMS = Ngrams(shortest=2, longest=3, words=True, buckets=2**10)
TEXTS = ["how much for three seats?", "no no", "!!", ""]


def test_the_product_is_that_of_the_sparse_matrix() -> None:
    counts = NGRAMS.counts(TEXTS)
    weights = rarity(counts)
    matrix = np.random.default_rng(0).standard_normal((2**10, 5)).astype(np.float32)
    expected = weighted(counts, weights) @ matrix
    found = Rows.weighted(NGRAMS, TEXTS, weights) @ matrix
    assert found.dtype == np.float32
    assert np.allclose(found, expected, atol=1e-6)
    assert not found[2:].any()
