"""Softmax regression as two arrays."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu.linear import LinearModel

DENSE = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0.9, 0], [0, 0, 1]], dtype=np.float32)
LABELS = ["quote", "quote", "report", "report", "thanks"]


@pytest.mark.parametrize("vectors", [DENSE, csr_matrix(DENSE)], ids=["dense", "sparse"])
def test_it_learns_and_probabilities_sum_to_one(vectors: object) -> None:
    model = LinearModel.fit(vectors, LABELS, strength=100.0)
    logs = model.log_probabilities(vectors)
    assert [model.labels[i] for i in logs.argmax(axis=1)] == LABELS
    assert np.exp(logs).sum(axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_two_labels_are_a_softmax_too() -> None:
    model = LinearModel.fit(DENSE[:4], LABELS[:4], strength=10.0)
    assert model.weights.shape == (3, 2)
    assert [model.labels[i] for i in model.log_probabilities(DENSE[:4]).argmax(axis=1)] == LABELS[
        :4
    ]


def test_a_stored_model_says_the_same() -> None:
    model = LinearModel.fit(DENSE, LABELS, strength=10.0)
    loaded = LinearModel.from_arrays(model.arrays("x"), "x")
    assert np.array_equal(loaded.log_probabilities(DENSE), model.log_probabilities(DENSE))
