from __future__ import annotations

import pytest

from bot.nlu.entities.quantities.number_words import WordNumber, find


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("twenty five", "en", 25),
        ("two hundred and five", "en", 205),
        ("soixante et onze", "fr", 71),
        ("septante deux", "fr", 72),
        ("huitante", "fr", 80),
        ("nonante neuf", "fr", 99),
        ("quatre vingt douze", "fr", 92),
        ("zero", "en", "0"),
        ("douze", "en", 12),
        ("twelve", "fr", 12),
        ("twelve", "xx", 12),
    ],
)
def test_one_number(text, language, value):
    words = text.split()
    assert find(words, language) == [WordNumber(0, len(words), value)]


@pytest.mark.parametrize("text", ["second", "the new ones", "o", "thanks a million", "premier"])
def test_ordinals_and_idioms_count_nothing(text):
    assert find(text.split(), "en") == []
