"""How many there are and how many are needed: the second is a total, unless it says that it is not."""

from __future__ import annotations

import pytest

TOTALS = [
    ("we have 10 autocad and need 15", 10, 15),
    ("I've got 4, need 7", 4, 7),
    ("currently 4 seats, want 6", 4, 6),
    ("we own 4 and want 9", 4, 9),
    ("we've got 12 seats of revit and we need 20", 12, 20),
    ("I have 2 maya, need 5 maya", 2, 5),
    ("there are 6 on the account, we want 8", 6, 8),
    ("we hold 3 seats today but need 7", 3, 7),
    ("our 5 seats aren't enough, we need 8", 5, 8),
    ("We currently have 10. We'd like 15.", 10, 15),
    ("we have 4 seats but 9 people, so we need 9", 4, 9),
    ("got 10 want 12 how much", 10, 12),
    ("we have one seat and want three", 1, 3),
    ("on a 10 postes autocad pis on en veut 12", 10, 12),
    ("Nous avons 6 postes et il nous en faut 9", 6, 9),
    ("j'en ai 4 sur revit j'en veux 6", 4, 6),
    ("actuellement 4 postes revit, besoin de 7", 4, 7),
    ("on en a 3, il nous en faudrait 8", 3, 8),
    ("j'ai 4 licences pis il m'en faut 6", 4, 6),
    ("on possède 10 sièges, nous en voulons 14", 10, 14),
    ("nous disposons de 12 postes et souhaitons 20 postes", 12, 20),
    ("il y a 5 postes au compte, on en voudrait 7", 5, 7),
    ("présentement 3 postes, besoin de 5", 3, 5),
    ("j'en ai 6, ça m'en prendrait 9", 6, 9),
    ("on a 6 postes, ça nous en prend 10", 6, 10),
    ("avons 2 postes, voulons 3", 2, 3),
    ("j'ai un poste et j'en veux 3", 1, 3),
    ("on en a 9 pis c'est 12 que ca me prend", 9, 12),
]

ADDITIONS = [
    ("we have 10 and need 5 more", 10, 5),
    ("have 10, need 5 extra", 10, 5),
    ("have 10, need 5 additional", 10, 5),
    ("have 10, need another 5", 10, 5),
    ("we have 10 seats, need 15 more", 10, 15),
    ("we have 10 seats and need 15 new ones", 10, 15),
    ("we have 10 and need 5", 10, 5),
    ("we have 3 and need 3", 3, 3),
    ("we have 10 seats and we're short 15", 10, 15),
    ("we have 10 seats and want to add 15", 10, 15),
    ("we have 10 autocad and need 15 revit", 10, 15),
    ("on en a 10, il en faut 5 de plus", 10, 5),
    ("on en a 10, il en faut 5 autres", 10, 5),
    ("on en a 10, il en faut 5 additionnels", 10, 5),
    ("on en a 10, il en faut 12 supplémentaires", 10, 12),
    ("on en a 8 et il en faut encore 12", 8, 12),
    ("on a 10 et il en faut 5", 10, 5),
    ("on a 10 postes, il en manque 12", 10, 12),
    ("on a 10 postes, ajoutez-en 12", 10, 12),
    ("on a 10 autocad, il nous faut 15 revit", 10, 15),
]

# As a whole message, or with a verb.
REACHED = [
    "to 20",
    "up to 20",
    "to 20 please",
    "ok to 20",
    "what about to 20?",
    "up to 20 seats",
    "to twenty",
    "bring it to 20",
    "raise that to 20 seats",
    "reach 20",
    "take it to 20",
    "à 20",
    "à vingt",
    "ok à 20",
    "à 20 svp",
    "à 20 postes",
    "plutôt à 20",
    "non, à 20",
    "jusqu'à 20",
    "jusqu'à 20 postes",
    "rendre ça à 20",
    "rendez ça à 20 postes",
    "mets-le à 20",
    "monte ça à 20",
]


@pytest.mark.parametrize(("text", "there_are", "wanted"), TOTALS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_needed_is_a_total(read, text, there_are, wanted, language):
    seen = [(value, role) for _, value, role in read("seats", text, language)]
    assert seen == [(there_are, "current"), (wanted, "target")]


@pytest.mark.parametrize(("text", "there_are", "added"), ADDITIONS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_needed_is_more(read, text, there_are, added, language):
    seen = [(value, role) for _, value, role in read("seats", text, language)]
    assert seen == [(there_are, "current"), (added, "add")]


def test_the_total_may_come_first(read):
    assert read("seats", "need 15, have 10") == [("15", 15, "target"), ("10", 10, "current")]
    assert read("seats", "il nous en faut 15, on en a 10", "fr") == [
        ("15", 15, "target"),
        ("10", 10, "current"),
    ]


def test_what_is_not_known_exactly_is_no_total(read):
    seen = read("seats", "I have 2 but I need 3 or 4")
    assert seen == [("2", 2, "current"), ("3 or 4", {"min": 3, "max": 4}, "vague")]


@pytest.mark.parametrize("text", REACHED)
def test_a_total_to_reach(read, text):
    language = "fr" if set(text) & set("àô") or text.startswith(("mets", "monte")) else "en"
    assert [(value, role) for _, value, role in read("seats", text, language)] == [(20, "target")]


@pytest.mark.parametrize("text", ["make it 14", "a hundred", "make that a 4", "a half dozen"])
def test_an_english_article_is_no_french_preposition(read, text):
    assert [role for _, _, role in read("seats", text)] == ["add"]


@pytest.mark.parametrize("text", ["to 3 months", "à 14 h", "à 3 mois"])
def test_what_is_reached_is_no_count(read, text):
    assert read("seats", text, "fr") == []
