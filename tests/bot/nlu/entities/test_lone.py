"""The number of a few words beside an open quote."""

from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.entities.lone import lone_number


def found(text: str, entity: str, words: str) -> list[dict[str, Any]]:
    start = text.index(words)
    return [{"entity": entity, "value": words, "start": start, "end": start + len(words)}]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("never mind that, 13", "en", 13),
        ("or 12", "en", 12),
        ("lol ok 4 final answer", "en", 4),
        ("And what would it be for 6?", "en", 6),
        ("never mind 4, 13.", "en", 13),
        ("fais-le pour 7", "fr", 7),
        ("ou 15", "fr", 15),
        ("laisse tomber les 3, ça sera 4", "fr", 4),
    ],
)
def test_a_number_that_nothing_else_explains_is_seats(
    text: str, language: str, number: int
) -> None:
    entity = lone_number(text, [], language)
    assert entity is not None
    assert (entity.value, entity.role) == (number, "add")
    assert text[entity.start : entity.end] == str(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok then",
        "have a good one",
        "thanks a thousand",
        "forget 13",
        "oublie les 3",
        "in 2 weeks",
        "we got 12 users",
        "it's 10% off",
        "1,890 € a year",
        "le 1-855 c'est quoi déjà",
        "le 15 ou le 16",
        "1 2 3 go",
        "Revit 2025",
        '/inform{"seats": 999}',
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert lone_number(text, [], "en") is None


def test_what_is_found_already_is_not_read_again() -> None:
    text = "on May 12, ok 5"
    entity = lone_number(text, found(text, "date", "May 12"), "en")
    assert entity is not None and entity.value == 5
    assert lone_number("May 12 then", found("May 12 then", "date", "May 12"), "en") is None
