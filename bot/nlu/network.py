"""A network with one hidden layer in plain numpy: trained in half a minute, stored as arrays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.nlu.linear import log_softmax

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Training:
    """`input_dropout`, `dropout`: shares of values hidden while learning, so that none is relied on.

    `smoothing` is taken from the right label and spread over all: examples can be mislabelled.
    Few examples are seen more than `epochs` times, until `steps_at_least` were made.
    """

    hidden: int = 512
    epochs: int = 20
    steps_at_least: int = 300
    batch: int = 256
    rate: float = 2e-3
    decay: float = 1e-2
    input_dropout: float = 0.5
    dropout: float = 0.5
    smoothing: float = 0.05
    seed: int = 0


@dataclass(frozen=True)
class Network:
    """Features → hidden (ReLU) → labels."""

    labels: tuple[str, ...]
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    @classmethod
    def fit(cls, vectors: Floats, labels: Sequence[str], training: Training) -> Network:
        """AdamW with a warm-up and a cosine; the same seed gives the same network."""
        names = tuple(sorted(set(labels)))
        position = {name: index for index, name in enumerate(names)}
        mean = vectors.mean(axis=0)
        scale = 1 / (vectors.std(axis=0) + np.float32(1e-6))
        inner, inner_bias, outer, outer_bias = _train(
            (vectors - mean) * scale,
            np.array([position[label] for label in labels]),
            len(names),
            training,
        )
        # It learns from standardised features; serving, the first matrix standardises on the way.
        inner *= scale[:, None]
        return cls(names, inner, inner_bias - mean @ inner, outer, outer_bias)

    def log_probabilities(self, vectors: Floats) -> Floats:
        """Shape (rows, labels), natural logarithms."""
        hidden = np.maximum(vectors @ self.inner + self.inner_bias, 0)
        return log_softmax(hidden @ self.outer + self.outer_bias)

    def arrays(self, prefix: str) -> dict[str, Any]:
        return {f"{prefix}_{name}": getattr(self, name) for name in _FIELDS} | {
            f"{prefix}_labels": np.array(self.labels)
        }

    @classmethod
    def from_arrays(cls, arrays: Any, prefix: str) -> Network:
        labels = tuple(str(label) for label in arrays[f"{prefix}_labels"])
        return cls(labels, *(arrays[f"{prefix}_{name}"] for name in _FIELDS))


_FIELDS = ("inner", "inner_bias", "outer", "outer_bias")


def _train(
    vectors: Floats, targets: npt.NDArray[np.int64], labels: int, training: Training
) -> list[Floats]:
    random = np.random.default_rng(training.seed)
    features = vectors.shape[1]
    parameters = [
        _normal(random, features, training.hidden, math.sqrt(2 / features)),
        np.zeros(training.hidden, dtype=np.float32),
        _normal(random, training.hidden, labels, math.sqrt(1 / training.hidden)),
        np.zeros(labels, dtype=np.float32),
    ]
    optimiser = _AdamW(parameters, training.decay)
    batch = min(training.batch, len(vectors))
    batches = len(vectors) // batch
    steps = max(training.epochs * batches, training.steps_at_least)
    for step in range(steps):
        number = step % batches
        if number == 0:
            order = random.permutation(len(vectors))
        rows = order[number * batch : (number + 1) * batch]
        rate = training.rate * min(1, (step + 1) / 50) * (1 + math.cos(math.pi * step / steps)) / 2
        gradients = _gradients(parameters, vectors[rows], targets[rows], training, random)
        optimiser.update(gradients, rate)
    return parameters


def _normal(random: np.random.Generator, rows: int, columns: int, deviation: float) -> Floats:
    return random.standard_normal((rows, columns), dtype=np.float32) * np.float32(deviation)


def _gradients(
    parameters: list[Floats],
    vectors: Floats,
    targets: npt.NDArray[np.int64],
    training: Training,
    random: np.random.Generator,
) -> list[Floats]:
    """Of the smoothed cross-entropy, averaged over the batch."""
    inner, inner_bias, outer, outer_bias = parameters
    seen = vectors * _kept(random, vectors.shape, training.input_dropout)
    before = seen @ inner + inner_bias
    kept = _kept(random, before.shape, training.dropout) * (before > 0)
    hidden = before * kept
    errors = np.exp(log_softmax(hidden @ outer + outer_bias))
    errors -= np.float32(training.smoothing / errors.shape[1])
    errors[np.arange(len(targets)), targets] -= np.float32(1 - training.smoothing)
    errors /= np.float32(len(targets))
    behind = (errors @ outer.T) * kept
    return [seen.T @ behind, behind.sum(axis=0), hidden.T @ errors, errors.sum(axis=0)]


def _kept(random: np.random.Generator, shape: tuple[int, ...], hidden_share: float) -> Floats:
    kept = random.random(shape, dtype=np.float32) >= hidden_share
    return np.asarray(kept / np.float32(1 - hidden_share))


class _AdamW:
    """Loshchilov & Hutter 2019: decay is applied to the weights, not mixed into their gradients."""

    def __init__(self, parameters: list[Floats], decay: float) -> None:
        self._parameters, self._decay = parameters, np.float32(decay)
        self._first = [np.zeros_like(values) for values in parameters]
        self._second = [np.zeros_like(values) for values in parameters]
        self._step = 0

    def update(self, gradients: list[Floats], rate: float) -> None:
        self._step += 1
        sharpened = math.sqrt(1 - 0.999**self._step) / (1 - 0.9**self._step)
        for values, gradient, first, second in zip(
            self._parameters, gradients, self._first, self._second, strict=True
        ):
            first += np.float32(0.1) * (gradient - first)
            second += np.float32(0.001) * (gradient * gradient - second)
            if values.ndim == 2:
                values *= 1 - np.float32(rate) * self._decay
            values -= np.float32(rate * sharpened) * first / (np.sqrt(second) + np.float32(1e-8))
