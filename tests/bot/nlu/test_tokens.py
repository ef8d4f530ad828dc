"""What is computed for a token is remembered, within bounds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bot.nlu.encoder import _weights
from bot.nlu.tokens import TokenMemory, Tokens


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The tokens of each computation."""
    calls: list[list[int]] = []
    original = TokenMemory._computed

    def counted(self: TokenMemory, pieces: Any) -> Any:
        calls.append(pieces.tolist())
        return original(self, pieces)

    monkeypatch.setattr(TokenMemory, "_computed", counted)
    return calls


def alike(one: Tokens, other: Tokens) -> bool:
    return all(
        np.allclose(getattr(one, name), getattr(other, name), atol=1e-5)
        for name in ("embedded", "narrow", "added")
    )


def test_each_token_is_computed_once(computed: list[list[int]]) -> None:
    memory = TokenMemory(_weights())
    memory.of([5, 900, 5])
    memory.of([900, 12])
    assert computed == [[5, 900], [12]]


def test_rows_follow_the_tokens() -> None:
    tokens = TokenMemory(_weights()).of([5, 900, 5])
    shapes = (tokens.embedded.shape, tokens.narrow.shape, tokens.added.shape)
    assert shapes == ((3, 512), (3, 768), (3, 2560))
    assert np.array_equal(tokens.added[0], tokens.added[2])
    assert not np.array_equal(tokens.added[0], tokens.added[1])


def test_what_is_forgotten_is_computed_again(computed: list[list[int]]) -> None:
    memory = TokenMemory(_weights(), at_most=2)
    first = memory.of([1, 2, 3, 4])
    again = memory.of([1, 2, 3, 4])
    assert computed == [[1, 2, 3, 4], [1, 2]]
    assert alike(first, again)
