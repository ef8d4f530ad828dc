"""What several groups need is one number."""

from __future__ import annotations

import pytest

TOGETHER = [
    ("en", "2 seats for London and 3 for Leeds", 5),
    ("en", "3 for marketing, 2 for design and 1 for me", 6),
    ("en", "3 AutoCAD seats for our Laval office and 2 for Quebec", 5),
    ("en", "2 seats in sales and 3 in support", 5),
    ("en", "two more, plus one for the boss", 3),
    ("en", "2 seats now and another 2 seats", 4),
    ("en", "my 4 new hires and 1 contractor need seats", 5),
    ("en", "seats for 4 engineers and 2 interns", 6),
    ("en", "our 2 offices need 3 seats each", 6),
    ("en", "3 seats x 2 teams", 6),
    ("en", "2 teams x 3 seats", 6),
    ("en", "one for each of my four drafters", 4),
    ("fr", "2 postes pour Lyon et 3 pour Paris", 5),
    ("fr", "2 pour la compta pis 3 pour l'atelier", 5),
    ("fr", "2 postes AutoCAD pour nos gens de Laval et 3 pour Québec", 5),
    ("fr", "un de plus pour Paul et un pour Marie", 2),
    ("fr", "2 postes à Laval et 3 à Québec", 5),
    ("fr", "3 de plus, et un pour le patron", 4),
    ("fr", "des postes pour nos 4 ingénieurs et 2 stagiaires", 6),
    ("fr", "nos 3 bureaux ont besoin de 2 postes chacun", 6),
    ("fr", "3 postes x 2 équipes", 6),
    ("fr", "3 postes pour chacun de nos 2 bureaux", 6),
]

APART = [
    ("en", "2 seats for AutoCAD and 3 for Revit", [2, 3]),
    ("en", "2 for January and 3 for March", [2, 3]),
    ("en", "2 seats for Leeds or 3 for London", [2]),
    ("en", "3 seats for 2 years", [3]),
    ("en", "we have 2 for sales and 3 for support, need 4 more", [4]),
    ("en", "2 or 3 for London and 4 for Leeds", [{"min": 2, "max": 3}, 4]),
    ("fr", "2 postes pour AutoCAD et 3 pour Revit", [2, 3]),
    ("fr", "2 pour janvier et 3 pour mars", [2, 3]),
    ("fr", "tous pour un et un pour tous", []),
    ("fr", "on en a 2 pour la compta et 3 pour l'atelier, il en faut 4 de plus", [4]),
]


@pytest.mark.parametrize(("language", "text", "number"), TOGETHER)
def test_they_are_counted_together(read, language, text, number):
    assert [(value, role) for _, value, role in read("seats", text, language)] == [(number, "add")]


@pytest.mark.parametrize(("language", "text", "values"), APART)
def test_these_are_not(read, language, text, values):
    assert [value for _, value, _ in read("seats", text, language)] == values
