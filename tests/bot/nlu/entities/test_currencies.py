from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("CAD", "CAD", "CAD"),
        ("in CAD please", "CAD", "CAD"),
        ("quote in canadian dollars", "canadian dollars", "CAD"),
        ("en dollars canadiens", "dollars canadiens", "CAD"),
        ("en canadien svp", "canadien", "CAD"),
        ("piasses canadiennes", "piasses canadiennes", "CAD"),
        ("$ CA", "$ CA", "CAD"),
        ("CA$1,234.56", "CA$", "CAD"),
        ("1 234,56 $ CA", "$ CA", "CAD"),
        ("2000 CAD", "CAD", "CAD"),
        ("USD", "USD", "USD"),
        ("US$", "US$", "USD"),
        ("$ US", "$ US", "USD"),
        ("US dollars", "US dollars", "USD"),
        ("dollars américains", "dollars américains", "USD"),
        ("en américain", "américain", "USD"),
        ("en US", "US", "USD"),
        ("charge me in US", "US", "USD"),
        ("euros", "euros", "EUR"),
        ("in eur", "eur", "EUR"),
        ("2 145,50 €", "€", "EUR"),
        ("pounds", "pounds", "GBP"),
        ("£", "£", "GBP"),
        ("en livres sterling", "livres sterling", "GBP"),
        ("livres", "livres", "GBP"),
        ("how many quid", "quid", "GBP"),
        ("CAD, not USD", "CAD", "CAD"),
    ],
)
def test_named(read, text, words, code):
    assert read("currency", text) == [(words, code, None)]


@pytest.mark.parametrize(
    "text",
    [
        "$",
        "2000 $",
        "50 $ ça va",
        "$50",
        "50 bucks",
        "CAD manager here",
        "we work in CAD all day",
        "AutoCAD",
        "we are in the US",
        "tell us more",
        "on est au Canada",
        "trois livres de cuisine",
        "je suis canadien",
    ],
)
def test_not_named(read, text):
    assert read("currency", text) == []


def test_two_of_them(read):
    seen = read("currency", "c'est en US ou en canadien?", "fr")
    assert [code for _, code, _ in seen] == ["USD", "CAD"]
