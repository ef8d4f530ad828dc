"""Currencies that no price is in, and dollars of no country."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("in Australian dollars", "Australian dollars", "AUD"),
        ("en dollars australiens", "dollars australiens", "AUD"),
        ("AUD", "AUD", "AUD"),
        ("A$ please", "A$", "AUD"),
        ("Swiss francs", "Swiss francs", "CHF"),
        ("en francs suisses", "francs suisses", "CHF"),
        ("rupees", "rupees", "INR"),
        ("combien en roupies", "roupies", "INR"),
        ("yen", "yen", "JPY"),
        ("en yens", "yens", "JPY"),
        ("50 ¥", "¥", "JPY"),
        ("pesos", "pesos", "pesos"),
        ("en couronnes", "couronnes", "couronnes"),
    ],
)
def test_unsupported(read, text, words, value):
    assert read("currency", text) == [(words, value, "unsupported")]


@pytest.mark.parametrize("text", ["in dollars", "en dollars ça donne quoi", "dollars please"])
def test_dollars_of_no_country(read, text):
    assert read("currency", text) == [("dollars", "dollars", "dollars")]


@pytest.mark.parametrize(
    ("text", "code"), [("in US dollars", "USD"), ("en dollars canadiens", "CAD")]
)
def test_dollars_of_a_country(read, text, code):
    assert [value for _, value, _ in read("currency", text)] == [code]


@pytest.mark.parametrize("text", ["pour être franc", "y en a 3", "c'était 2000 dollars"])
def test_other_words(read, text):
    assert read("currency", text) == []
