"""When a few words, or mixed ones, are enough to leave a conversation's language."""

from __future__ import annotations

import pytest

from bot.language.cues import outweighs
from bot.language.identify import Identification, Language

OTHER: dict[Language, Language] = {"en": "fr", "fr": "en"}


def leaves(text: str, heard: Language, confidence: float) -> bool:
    return outweighs(text, Identification(heard, confidence, decisive=True), OTHER[heard])


@pytest.mark.parametrize(
    ("text", "heard", "confidence"),
    [
        ("PO?", "fr", 0.98),
        ("and 5?", "fr", 0.98),
        ("as many as possible", "fr", 0.656),
        ("in euros please", "en", 0.988),
        ("c'est le 1st of July 2027", "en", 0.827),
        ("yes", "en", 0.984),
        ("price 2 Revit", "en", 0.99),
        ("pour Revit", "fr", 0.99),
        ("oui go ahead", "fr", 0.96),
        ("how much?", "en", 0.94),
    ],
)
def test_too_little(text: str, heard: Language, confidence: float) -> None:
    assert not leaves(text, heard, confidence)


@pytest.mark.parametrize(
    ("text", "heard", "confidence"),
    [
        ("how much?", "en", 0.97),
        ("c'est combien ?", "fr", 0.98),
        ("soutien technique svp", "fr", 0.998),
        ("phone number?", "en", 0.99),
        ("How do I remove one of my seats?", "en", 0.99),
        ("Comment fonctionne le calcul ?", "fr", 0.8),
        ("preis seats renewal invoice", "en", 0.95),
    ],
)
def test_enough(text: str, heard: Language, confidence: float) -> None:
    assert leaves(text, heard, confidence)
