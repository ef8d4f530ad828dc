from __future__ import annotations

import pytest

from actions.cues import counts_quotes, is_addition, is_alone, is_new_quote, is_of_all_seats


@pytest.mark.parametrize(
    "text", ["3 more", "add 3", "3 de plus", "ajoutez-en 3", "rajoute 3", "3 autres", "another 3"]
)
def test_an_addition(text: str) -> None:
    assert is_addition(text)


@pytest.mark.parametrize("text", ["no 22", "make it 14", "non, plutôt 12", "12"])
def test_a_bare_number_is_none(text: str) -> None:
    assert not is_addition(text)


@pytest.mark.parametrize("text", ["only Maya", "just the Revit", "juste AutoCAD", "seulement Maya"])
def test_one_of_several(text: str) -> None:
    assert is_alone(text)
    assert not is_alone("Maya and Revit")


@pytest.mark.parametrize(
    "text",
    [
        "another quote",
        "New quote please",
        "une autre soumission",
        "un nouveau devis",
        "Start a new quote",
        "Nouvelle soumission",
        "Nouvelle demande de prix",
    ],
)
def test_a_new_quote(text: str) -> None:
    assert is_new_quote(text)


@pytest.mark.parametrize("text", ["whats the quote", "le devis", "so how much", "un autre poste"])
def test_the_same_quote(text: str) -> None:
    assert not is_new_quote(text)


@pytest.mark.parametrize(
    "text", ["double our seats", "double the number of seats", "doubler le nombre de postes"]
)
def test_all_the_seats_there_are(text: str) -> None:
    assert is_of_all_seats(text)
    assert not is_of_all_seats("double that")


@pytest.mark.parametrize(
    ("text", "number", "of_quotes"),
    [
        ("un nouveau devis", "un", True),
        ("un nouveau devis pour 2 postes", "2", False),
        ("un poste de plus", "un", False),
    ],
)
def test_an_article_counts_quotes(text: str, number: str, of_quotes: bool) -> None:
    assert counts_quotes({"entity": "seats", "start": text.index(number)}, text) == of_quotes
    assert not counts_quotes({"entity": "product", "start": text.index(number)}, text)
