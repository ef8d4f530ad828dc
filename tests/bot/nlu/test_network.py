"""The small network: it learns, it is deterministic, it is stored whole."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.network import Network, Training

TRAINING = Training(
    hidden=16, batch=32, epochs=1, steps_at_least=300, rate=1e-2, input_dropout=0.1, dropout=0.1
)


def clouds(seed: int) -> tuple[np.ndarray, list[str]]:
    """Three clouds of points, of which no straight line tells "ring" from "core"."""
    random = np.random.default_rng(seed)
    angles = random.uniform(0, 2 * np.pi, 120)
    radii = np.repeat([0.3, 2.0], 60)
    points = np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1)
    vectors = np.concatenate([points, points**2, random.normal(size=(120, 4))], axis=1)
    return vectors.astype(np.float32), ["core"] * 60 + ["ring"] * 60


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.fit(*clouds(0), TRAINING)


def test_it_understands_what_it_has_not_seen(network: Network) -> None:
    vectors, labels = clouds(1)
    best = network.log_probabilities(vectors).argmax(axis=1)
    assert (
        np.mean([network.labels[i] == label for i, label in zip(best, labels, strict=True)]) > 0.9
    )


def test_probabilities_sum_to_one(network: Network) -> None:
    probabilities = np.exp(network.log_probabilities(clouds(2)[0]))
    assert probabilities.sum(axis=1) == pytest.approx(np.ones(120), abs=1e-5)


def test_the_same_seed_gives_the_same_network(network: Network) -> None:
    again = Network.fit(*clouds(0), TRAINING)
    assert np.array_equal(again.inner, network.inner)


def test_smoothing_keeps_it_from_being_certain() -> None:
    plain, smooth = (
        Network.fit(*clouds(0), Training(hidden=16, steps_at_least=400, dropout=0, smoothing=s))
        for s in (0.0, 0.2)
    )
    vectors = clouds(0)[0]
    sure, less_sure = (
        np.exp(n.log_probabilities(vectors)).max(axis=1).mean() for n in (plain, smooth)
    )
    assert less_sure < sure


def test_a_stored_network_says_the_same(network: Network) -> None:
    loaded = Network.from_arrays(network.arrays("meaning"), "meaning")
    vectors = clouds(3)[0]
    assert np.array_equal(loaded.log_probabilities(vectors), network.log_probabilities(vectors))
    assert loaded.labels == ("core", "ring")


def test_features_that_never_vary_are_no_trouble() -> None:
    vectors, labels = clouds(0)
    constant = np.concatenate([vectors, np.ones((120, 1), dtype=np.float32)], axis=1)
    network = Network.fit(constant, labels, TRAINING)
    assert np.isfinite(network.log_probabilities(constant)).all()
