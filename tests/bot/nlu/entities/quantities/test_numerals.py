"""Separators of thousands and decimals, by language."""

from __future__ import annotations

import pytest

from bot.nlu.entities.quantities.numerals import read


@pytest.mark.parametrize(
    ("numeral", "language", "value"),
    [
        ("5", "en", 5),
        ("007", "en", 7),
        ("1,200", "en", 1200),
        ("1,200", "fr", "1.200"),
        ("1.200", "fr", 1200),
        ("1.200", "en", "1.200"),
        ("1 200", "en", 1200),
        ("1 200 000", "fr", 1200000),
        ("2.0", "en", 2),
        ("2.5", "en", "2.5"),
        ("2,5", "fr", "2.5"),
        ("0", "en", "0"),
        ("0.0", "en", "0"),
        ("-3", "fr", "-3"),
        ("9" * 18, "en", int("9" * 18)),
        ("9" * 5000, "en", None),
        ("1,200", "de", 1200),
        ("1,000", "en", 1000),
        ("10,000", "en", 10000),
        ("1.000", "fr", 1000),
        ("1,000", "fr", "1.000"),
        ("1.000", "en", "1.000"),
        ("1,000", None, 1000),
        ("1.000", None, 1000),
        ("1 000", None, 1000),
        ("1,234,567", None, 1234567),
        ("1,5", None, "1.5"),
        ("1.5", None, "1.5"),
        ("1,50", None, "1.50"),
    ],
)
def test_read(numeral, language, value):
    assert read(numeral, language) == value
