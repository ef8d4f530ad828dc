"""One spelling for what means the same."""

from __future__ import annotations

import pytest

from bot.nlu.normalise import fold, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sooooo much", "soo much"),
        ("Ça coûte combien???", "Ça coûte combien?"),
        ("j’ai  besoin\tde\n3 postes", "j'ai besoin de 3 postes"),
        ("cœur", "coeur"),
        ("e\u0301te\u0301", "été"),
        ("1000", "1000"),
        ("", ""),
    ],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Réduire À l’Été", "reduire a l'ete"), ("REDUCE", "reduce"), ("Œuvre", "oeuvre")],
)
def test_folded(text: str, expected: str) -> None:
    assert fold(text) == expected
