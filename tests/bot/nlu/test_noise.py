"""Carelessness that is taught beside the careful spelling."""

from __future__ import annotations

import random

import pytest

from bot.nlu.noise import noisy

SENTENCES = (
    "Combien pour trois postes de plus, s'il vous plaît ?",
    "How much would you charge me for three more seats?",
    "Est-ce qu'on peut réduire le nombre de licences avant le renouvellement ?",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_same_chance_spoils_it_the_same_way(text: str) -> None:
    assert noisy(text, random.Random(7)) == noisy(text, random.Random(7))


@pytest.mark.parametrize("text", SENTENCES)
def test_it_is_spoilt_but_still_the_same_message(text: str) -> None:
    chance = random.Random(1)
    copies = {noisy(text, chance) for _ in range(30)}
    assert len(copies) > 20
    for copy in copies - {text}:
        assert 0.6 * len(text) < len(copy) <= len(text) + 4


@pytest.mark.parametrize("text", ["?", "5", "ok", "!!!", "é"])
def test_something_is_always_left(text: str) -> None:
    chance = random.Random(2)
    assert all(noisy(text, chance).strip() for _ in range(50))


def test_numbers_are_never_mistyped() -> None:
    chance = random.Random(3)
    assert all("12345678901" in noisy("abonnement 12345678901 svp", chance) for _ in range(50))
