"""Questions of a few words after a price was said, and what a price looks like."""

from __future__ import annotations

import pytest

ENGLISH = [
    ("how much are 3 seats", "3", 3),
    ("how much is 5", "5", 5),
    ("how much are 4 seats", "4", 4),
    ("how much are three more", "three", 3),
    ("how much is 6 more maya", "6", 6),
    ("how much is 3 seats of revit", "3", 3),
    ("how much would 3 cost", "3", 3),
    ("how much does 5 cost", "5", 5),
    ("how much, 5 seats", "5", 5),
    ("what are 3 seats worth", "3", 3),
    ("how much for 3 autocad renewing tomorrow", "3", 3),
    ("3 autocad renewing jan 15 2027", "3", 3),
    ("3 autocad expiring jan 15 2027", "3", 3),
    ("how much 2 maya 🙏", "2", 2),
    ("5 👍🏽", "5", 5),
    ("what would it be for 6", "6", 6),
    ("what would that be for 12 seats", "12", 12),
    ("gimme 6", "6", 6),
    ("try 12", "12", 12),
    ("lemme try 12", "12", 12),
    ("wat bout 3", "3", 3),
    ("how bout 7", "7", 7),
    ("say 8", "8", 8),
    ("or 12", "12", 12),
    ("vs 13", "13", 13),
    ("versus 10", "10", 10),
    ("and 5?", "5", 5),
    ("do it for 7", "7", 7),
    ("it's 6 that we need", "6", 6),
    ("how much 2 add a seat", "a", 1),
]

FRENCH = [
    ("combien coûtent 3 postes", "3", 3),
    ("combien coûte 5", "5", 5),
    ("c'est combien 5", "5", 5),
    ("c'est combien 3 de plus", "3", 3),
    ("ça serait combien 7", "7", 7),
    ("ça ferait combien pour 7", "7", 7),
    ("combien, 4 postes", "4", 4),
    ("fais-le pour 7", "7", 7),
    ("faites-le pour 8 postes", "8", 8),
    ("fais-moi ça pour 9", "9", 9),
    ("et si c'était 7 ?", "7", 7),
    ("ou 15", "15", 15),
    ("ou bien 7", "7", 7),
    ("et 15 ?", "15", 15),
    ("essaie 12", "12", 12),
    ("essayez avec 8", "8", 8),
    ("pis si j'en prends juste un?", "un", 1),
    ("j'en veux un", "un", 1),
    ("attends c'est 12 que ca me prend", "12", 12),
    ("c'est 4 qu'il nous faut", "4", 4),
    ("c'est 8 que je veux", "8", 8),
    ("mettons 8", "8", 8),
    ("2 000", "2 000", 2000),
    ("combien 2 maya 🙏", "2", 2),
]

OTHER_NUMBERS = [
    "the price is 300",
    "the total cost was 450",
    "it costs 250 per seat",
    "it costs 250",
    "why is it 300",
    "how much for 12 months",
    "how much is one year",
    "total for both",
    "for the two of them",
    "what's the total for the two of them",
    "total for the two",
    "le prix est 300",
    "le montant est de 450",
    "ça coûte 250 par poste",
    "c'est quoi le total des deux",
    "total des deux svp",
    "le total des 3",
    "le prix des deux",
    "quel est le total pour les deux",
    "combien pour les deux",
]


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH)
def test_english(read, text, words, value):
    assert read("seats", text) == [(words, value, "add")]


@pytest.mark.parametrize(("text", "words", "value"), FRENCH)
def test_french(read, text, words, value):
    assert read("seats", text, "fr") == [(words, value, "add")]


@pytest.mark.parametrize("text", OTHER_NUMBERS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_seats(read, text, language):
    assert read("seats", text, language) == []
