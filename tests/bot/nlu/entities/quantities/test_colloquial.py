from __future__ import annotations

import pytest

from bot.nlu.entities.pieces import cut
from bot.nlu.entities.quantities import Range, find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("half a dozen", 6),
        ("une demi-douzaine", 6),
        ("deux douzaines", 24),
        ("a couple", Range(2, 3)),
        ("une couple", Range(2, 3)),
        ("une dizaine", Range(8, 12)),
        ("une quinzaine", Range(12, 18)),
        ("une centaine", Range(80, 120)),
        ("quelques-unes", Range(None, None)),
        ("several", Range(None, None)),
    ],
)
def test_value(text, value):
    pieces = cut(text, [], frozenset())
    ((_, quantity),) = find(pieces, "fr").values()
    assert (quantity.value, quantity.start, quantity.end) == (value, 0, len(text))
