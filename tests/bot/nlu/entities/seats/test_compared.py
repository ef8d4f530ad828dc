"""Two numbers side by side are two alternatives."""

from __future__ import annotations

import pytest

COMPARED = [
    ("en", "what about 5 and 10?", 5, 10),
    ("en", "how much for 5 and for 10 seats?", 5, 10),
    ("en", "compare 3 seats and 5 seats", 3, 5),
    ("en", "5 vs 10 seats", 5, 10),
    ("en", "price of 5 versus 10 seats", 5, 10),
    ("en", "5 and 10 Revit seats", 5, 10),
    ("fr", "et pour 5 et 10?", 5, 10),
    ("fr", "combien pour 5 pis pour 10 postes", 5, 10),
    ("fr", "comparer 3 postes et 5 postes", 3, 5),
    ("fr", "5 vs 10 postes", 5, 10),
    ("fr", "le prix de 5 versus 10 licences", 5, 10),
    ("fr", "cinq et dix postes Revit", 5, 10),
]

NOT_COMPARED = [
    ("en", "AutoCAD and Revit, 3 and 5", [3, 5]),
    ("en", "3 AutoCAD and 5 Revit", [3, 5]),
    ("en", "10 and 5", [10, 5]),
    ("en", "3 + 5 seats", [8]),
    ("en", "3, no wait, 5", [5]),
    ("en", "we have 5 and need 10", [5, 10]),
    ("en", "Revit 2025 and 10 seats", [10]),
    ("en", "room 5 and 10 seats", [10]),
    ("fr", "AutoCAD et Revit, 3 et 5", [3, 5]),
    ("fr", "3 AutoCAD pis 5 Revit", [3, 5]),
    ("fr", "10 et 5", [10, 5]),
    ("fr", "3 + 5 postes", [8]),
    ("fr", "3, non attends, 5", [5]),
    ("fr", "on en a 5 et il en faut 10", [5, 10]),
    ("fr", "vingt et un postes", [21]),
    ("fr", "bureau 5 et 10 postes", [10]),
]


@pytest.mark.parametrize(("language", "text", "least", "most"), COMPARED)
def test_both_are_asked_about(read, language, text, least, most):
    ((_, value, role),) = read("seats", text, language)
    assert (value, role) == ({"min": least, "max": most}, "vague")


@pytest.mark.parametrize(("language", "text", "values"), NOT_COMPARED)
def test_these_are_not(read, language, text, values):
    assert [value for _, value, _ in read("seats", text, language)] == values
