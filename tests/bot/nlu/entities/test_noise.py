"""What is taken out of the text so that no number in it is read as seats."""

from __future__ import annotations

import pytest

from bot.nlu.entities import noise


@pytest.mark.parametrize(
    "text",
    [
        "514-555-0123",
        "(855) 937-3067",
        "1 855 937-3067 poste 12",
        "855-937-3067 ext. 4",
        "06 12 34 56 78",
        "+33 1 23 45 67 89",
        "4242 4242 4242 4242",
        "15%",
        "14,975 %",
        "quinze@example.com",
        "https://example.com/3?n=5",
        "24/7",
        "14 h 05",
        "2:05 pm",
        "inv-2024-001",
        "order 88-4417",
        "commande 77-8812",
        "ma commande 7782",
        "order #45123",
        "invoice no. 88213",
        "1 234,56",
    ],
)
def test_taken_whole(text):
    priced = f"{text} $" if text == "1 234,56" else text
    (claim,) = noise.find(priced)
    assert priced[claim.start : claim.end].strip() == text
    assert claim.entity is None


@pytest.mark.parametrize(
    "text",
    [
        "5 seats",
        "12",
        "1 200 postes",
        "revit 3",
        "3ds max",
        "order 12",
        "order 2000 seats",
        "50-100",
    ],
)
def test_left_alone(text):
    assert noise.find(text) == []
