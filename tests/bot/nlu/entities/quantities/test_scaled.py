"""Digits times a word."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "words", "number"),
    [
        ("en", "3 hundred seats", "3 hundred", 300),
        ("en", "3 hundred and fifty seats", "3 hundred and fifty", 350),
        ("en", "2 thousand fifty seats", "2 thousand fifty", 2050),
        ("en", "2 thousand 50 seats", "2 thousand 50", 2050),
        ("en", "2 million", "2 million", 2_000_000),
        ("fr", "2 mille postes", "2 mille", 2000),
        ("fr", "2 millions de postes", "2 millions", 2_000_000),
        ("fr", "3 cents postes", "3 cents", 300),
        ("fr", "4 vingt postes", "4 vingt", 80),
        ("fr", "4 vingt dix postes", "4 vingt dix", 90),
    ],
)
def test_one_number(read, language, text, words, number):
    assert read("seats", text, language) == [(words, number, "add")]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "thanks a million", []),
        ("en", "1.5 million seats", ["1.5"]),
        ("fr", "5 vingt postes", [20]),
        ("fr", "un million de mercis", []),
    ],
)
def test_these_are_none(read, language, text, values):
    assert [value for _, value, _ in read("seats", text, language)] == values
