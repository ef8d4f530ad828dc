"""Sums, in signs and in words."""

from __future__ import annotations

import pytest

SUMS = [
    ("add 3 + 2 maya seats", "3 + 2", 5),
    ("3+2 seats", "3+2", 5),
    ("3 plus 2", "3 plus 2", 5),
    ("two plus three", "two plus three", 5),
    ("3 + 2 + 1", "3 + 2 + 1", 6),
    ("3 + 2 postes", "3 + 2", 5),
    ("ajouter 4 plus 1 postes", "4 plus 1", 5),
    ("deux plus trois", "deux plus trois", 5),
]

NO_SUMS = [
    ("we have 3 plus 2 more", [(3, "current"), (2, "add")]),
    ("on en a 3 plus 2 de plus", [(3, "current"), (2, "add")]),
    ("500+ seats", [({"min": 500, "max": None}, "vague")]),
    ("3 seats plus 2", [(3, "add"), (2, "add")]),
    ("3 plus une question", []),
]


@pytest.mark.parametrize(("text", "words", "total"), SUMS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_number(read, text, words, total, language):
    assert read("seats", text, language) == [(words, total, "add")]


@pytest.mark.parametrize(("text", "expected"), NO_SUMS)
def test_two_numbers(read, text, expected):
    assert [(value, role) for _, value, role in read("seats", text)] == expected
