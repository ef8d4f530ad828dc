"""Seat counts in the French of Québec and of France: chat spelling, no accents, code-switching."""

from __future__ import annotations

import pytest

ADD = [
    ("encore 12", ("12", 12)),
    ("un million de postes", ("un million", 1000000)),
    ("trois chaque pour Revit pis AutoCAD", ("trois", 3)),
    ("Revit et Maya, 4 de chaque svp", ("4", 4)),
    ("ajouter 2 postes chacun pour Revit et AutoCAD", ("2", 2)),
    ("trois chaque", ("trois", 3)),
    ("pour 2 licences", ("2", 2)),
    ("un poste de plus", ("un", 1)),
    ("combien ça coûte un poste de plus?", ("un", 1)),
    ("ajouter un poste", ("un", 1)),
    ("je peux-tu ajouter un siège", ("un", 1)),
    ("une autre licence", ("une autre", 1)),
    ("un seul poste", ("un", 1)),
    ("ça me prend 3 postes de plus", ("3", 3)),
    ("rajoute-moi-z-en 2", ("2", 2)),
    ("mets-en 7", ("7", 7)),
    ("g besoin 2 siege", ("2", 2)),
    ("jveux 4 licences", ("4", 4)),
    ("j'en veux 2", ("2", 2)),
    ("il m'en faut quatre", ("quatre", 4)),
    ("ça nous en prend 3 autres", ("3", 3)),
    ("j'ai besoin de 3 seats de plus asap", ("3", 3)),
    ("on a besoin de 5 postes", ("5", 5)),
    ("il nous faudrait une douzaine de postes", ("une douzaine", 12)),
    ("une demi-douzaine de licences", ("une demi-douzaine", 6)),
    ("combien pour 4", ("4", 4)),
    ("prix pour dix postes svp", ("dix", 10)),
    ("c'est combien 3 postes d'ici le renouvellement", ("3", 3)),
    ("combien pour 2 licenses plus tax", ("2", 2)),
    ("3 utilisateurs de plus", ("3", 3)),
    ("ajouter 2 utilisateurs", ("2", 2)),
    ("rajouter 3 personnes sur Revit", ("3", 3)),
    ("1 200 postes", ("1 200", 1200)),
    ("1 200 postes", ("1 200", 1200)),
    ("1.200 postes", ("1.200", 1200)),
    ("10 000 postes", ("10 000", 10000)),
    ("vingt et un postes", ("vingt et un", 21)),
    ("soixante-et-onze sièges", ("soixante-et-onze", 71)),
    ("septante-deux postes", ("septante-deux", 72)),
    ("huitante postes", ("huitante", 80)),
    ("nonante-neuf licences", ("nonante-neuf", 99)),
    ("quatre-vingt-douze postes", ("quatre-vingt-douze", 92)),
    ("QUATRE POSTES", ("QUATRE", 4)),
    ("3️⃣ postes", ("3️⃣", 3)),
    ("comment prendre 1 siège de + pr fusion", ("1", 1)),
    ("comment add un user?", ("un", 1)),
    ("4 AutoCAD LT en dollars US", ("4", 4)),
    ("Revit, 3 postes, jusqu'au 15 mai", ("3", 3)),
    ("augmenter de 3 postes", ("3", 3)),
    ("commande de 6 postes", ("6", 6)),
    ("cinq (5) postes", ("cinq", 5)),
    ("nombre de postes : 5", ("5", 5)),
    ("ajoute 3 postes pis c'est tout", ("3", 3)),
    ("une soumission pour 15 postes svp", ("15", 15)),
    ("achat de deux licences Maya", ("deux", 2)),
    ("trois sièges supplémentaires", ("trois", 3)),
    ("5 nouveaux postes Revit", ("5", 5)),
    ("12 au lieu de 10", ("12", 12)),
    ("pas 5 postes mais 3", ("3", 3)),
    ("oubliez ça, 9", ("9", 9)),
    ("cent vingt licences", ("cent vingt", 120)),
    ("combien pour cent vingt licences", ("cent vingt", 120)),
    ("un prix pour cent licences", ("cent", 100)),
    ("quinze pour cent de rabais sur 3 postes", ("3", 3)),
    ("des licences pour 4 nouveaux employés", ("4", 4)),
    ("4 architectes ont besoin d'un poste", ("4", 4)),
    ("pourrais-je avoir 5 postes", ("5", 5)),
    ("ajouter 3 postes de dessinateur", ("3", 3)),
    ("commande 1200 postes", ("1200", 1200)),
    ("commande 77-8812, 3 postes de plus", ("3", 3)),
    ("deux d'Inventor", ("deux", 2)),
]

TARGET = [
    ("passer à 12", ("12", 12)),
    ("passer a 12 postes", ("12", 12)),
    ("monter à 20 postes", ("20", 20)),
    ("passer mon abonnement Revit à 8", ("8", 8)),
    ("on serait rendus à 11", ("11", 11)),
    ("ça va être 16 au total", ("16", 16)),
    ("pour en avoir 15", ("15", 15)),
    ("12 postes en tout", ("12", 12)),
    ("un total de 9 licences", ("9", 9)),
    ("mets-nous à 12", ("12", 12)),
    ("portez le nombre de licences à 25", ("25", 25)),
    ("réduire à 5 postes", ("5", 5)),
    ("augmenter le nombre de postes à 30", ("30", 30)),
]

CURRENT = [
    ("on a 9 licences", ("9", 9)),
    ("on a présentement 9 postes", ("9", 9)),
    ("j'en ai 7", ("7", 7)),
    ("nous avons déjà six postes", ("six", 6)),
    ("nos 4 licences", ("4", 4)),
    ("Nous disposons actuellement de quatorze postes", ("quatorze", 14)),
    ("la facture montre 4 postes", ("4", 4)),
    ("on est rendus 14 pis on a 11 licences", ("11", 11)),
    ("je paie 4 licences, j'en utilise 2", ("4", 4)),
    ("on est 12 pis on a 9 licences, il en manque combien?", ("9", 9)),
    ("on a 6 seats mais 8 users, ça marche-tu quand même?", ("6", 6)),
]

SEVERAL = [
    ("passer de un à deux", [("un", 1, "current"), ("deux", 2, "target")]),
    ("passer de 9 à 12", [("9", 9, "current"), ("12", 12, "target")]),
    ("passer de 9 postes à 12 postes", [("9", 9, "current"), ("12", 12, "target")]),
    ("on passe de dix à quinze", [("dix", 10, "current"), ("quinze", 15, "target")]),
    ("downgrader de 10 à 7", [("10", 10, "current"), ("7", 7, "target")]),
    ("on en a 9 et il nous en manque 3", [("9", 9, "current"), ("3", 3, "add")]),
    ("7 → 10", [("7", 7, "current"), ("10", 10, "target")]),
    ("on roule avec 6 postes, faut en rajouter 2", [("6", 6, "current"), ("2", 2, "add")]),
    ("ajouter 3 pour un total de 14", [("3", 3, "add"), ("14", 14, "target")]),
    ("2 licences Revit pis 3 de Maya", [("2", 2, "add"), ("3", 3, "add")]),
    ("j'ai 4 postes, ajoute-m'en 2", [("4", 4, "current"), ("2", 2, "add")]),
]

VAGUE = [
    ("une couple de postes", "une couple", 2, 3),
    ("ça me prendrait une couple de licences", "une couple", 2, 3),
    ("2 ou 3 postes", "2 ou 3", 2, 3),
    ("deux-trois postes", "deux-trois", 2, 3),
    ("besoin de deux à quatre licences", "deux à quatre", 2, 4),
    ("besoin de 9 à 12 postes", "9 à 12", 9, 12),
    ("entre 4 et 6", "4 et 6", 4, 6),
    ("une dizaine de postes", "une dizaine", 8, 12),
    ("une quinzaine", "une quinzaine", 12, 18),
    ("une vingtaine environ", "une vingtaine", 16, 24),
    ("quelques postes", "quelques", None, None),
    ("j'en veux quelques-uns", "quelques-uns", None, None),
    ("plusieurs licences", "plusieurs", None, None),
    ("au moins 3 postes", "3", 3, None),
    ("pas plus de 3", "3", None, 3),
    ("pas moins de 3", "3", 3, None),
    ("au moins deux", "deux", 2, None),
    ("5 voire 6 licences", "5 voire 6", 5, 6),
    ("2/3 postes", "2/3", 2, 3),
]

INVALID = [
    ("2,5 postes", "2,5", "2.5"),
    ("0 poste", "0", "0"),
    ("zéro", "zéro", "0"),
    ("-3 postes", "-3", "-3"),
    ("ajouter moins deux postes", "moins deux", "-2"),
    ("un poste et demi", "un", "1.5"),
    ("une licence AutoCAD et demie", "une", "1.5"),
    ("un demi-poste", "un demi", "0.5"),
    ("rajouter une demi-licence", "une demi", "0.5"),
    ("deux virgule cinq postes", "deux virgule cinq", "2.5"),
    ("1,200 postes", "1,200", "1.200"),
]


@pytest.mark.parametrize(("text", "expected"), ADD)
def test_new_seats(read, text, expected):
    assert read("seats", text, "fr") == [(*expected, "add")]


@pytest.mark.parametrize(("text", "expected"), TARGET)
def test_total_wanted(read, text, expected):
    assert read("seats", text, "fr") == [(*expected, "target")]


@pytest.mark.parametrize(("text", "expected"), CURRENT)
def test_total_there_is(read, text, expected):
    assert read("seats", text, "fr") == [(*expected, "current")]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_numbers(read, text, expected):
    assert read("seats", text, "fr") == expected


@pytest.mark.parametrize(("text", "words", "least", "most"), VAGUE)
def test_vague(read, text, words, least, most):
    assert read("seats", text, "fr") == [(words, {"min": least, "max": most}, "vague")]


@pytest.mark.parametrize(("text", "words", "value"), INVALID)
def test_not_a_count(read, text, words, value):
    assert read("seats", text, "fr") == [(words, value, "invalid")]
