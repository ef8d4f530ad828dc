"""A number answers a numbered list, however people write one."""

from __future__ import annotations

import pytest

from bot.channels.messaging.numbered import as_lines, chosen

BUTTONS = [
    {"title": "AutoCAD", "payload": '/inform{"product": "autocad"}'},
    {"title": "Revit", "payload": '/inform{"product": "revit"}'},
]
REVIT = ("Revit", '/inform{"product": "revit"}')


def test_a_line_for_each() -> None:
    assert as_lines(button["title"] for button in BUTTONS) == "1. AutoCAD\n2. Revit"
    assert as_lines([]) == ""


AS_PEOPLE_WRITE_IT = (
    *("2", " 2 ", "2.", "2)", "2!", "#2", "2️⃣", "２", "Option 2", "number 2", "numéro 2", "le 2"),
    *("la 2", "the 2", "choix 2", "choice 2", "deux", "Deux.", "two", "Two!", "le deux"),
)
NO_NUMBER_OF_THE_LIST = (
    *("", "0", "3", "-2", "2.5", "22", "2 seats", "2 postes", "2 ou 3", "12345678901234567890"),
    *("le 2 mars", "oui", "Revit", "#", ".", "zero", "deuxième", "one million", "1/2", "x2"),
)


@pytest.mark.parametrize("typed", AS_PEOPLE_WRITE_IT)
def test_its_number(typed: str) -> None:
    assert chosen(typed, lambda: BUTTONS) == REVIT


@pytest.mark.parametrize("typed", NO_NUMBER_OF_THE_LIST)
def test_what_is_no_number_of_the_list(typed: str) -> None:
    assert chosen(typed, lambda: BUTTONS) is None


def test_without_a_list_a_number_is_a_number() -> None:
    assert chosen("2", lambda: []) is None


def test_a_list_longer_than_ten() -> None:
    many = [{"title": f"t{number}", "payload": f"/p{number}"} for number in range(1, 21)]
    assert chosen("12", lambda: many) == ("t12", "/p12")
    assert chosen("vingt", lambda: many) == ("t20", "/p20")
