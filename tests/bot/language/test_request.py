"""Which language is asked for, in whichever language it is asked."""

from __future__ import annotations

import pytest

from bot.language.request import requested_language, without_request


@pytest.mark.parametrize(
    "text",
    [
        "In English please",
        "ENGLISH",
        "en anglais svp",
        "parlez-vous anglais ?",
        "can you switch from French to English",
        "not in French, in English",
        "pas en français",
        "arrête le français",
        "english instead of french",
        "plutôt anglais que français",
        "inglish plz",
        "can we continue en please",
    ],
)
def test_english_is_asked_for(text: str) -> None:
    assert requested_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "en français svp",
        "en francais s'il vous plaît",
        "FRANÇAIS",
        "French please",
        "do you speak french?",
        "not english",
        "pas en anglais",
        "passe de l'anglais au français",
        "je voudrais parler français plutôt qu'en anglais",
        "frensh",
        "fr svp",
    ],
)
def test_french_is_asked_for(text: str) -> None:
    assert requested_language(text) == "fr"


@pytest.mark.parametrize("text", ["¿español?", "do you speak German", "en arabe svp", "Deutsch"])
def test_a_language_that_is_not_spoken(text: str) -> None:
    assert requested_language(text) == "other"


@pytest.mark.parametrize("text", ["", "change the language", "changer de langue", "5", "l'autre"])
def test_no_language_is_named(text: str) -> None:
    assert requested_language(text) is None


def test_a_spoken_language_wins_over_one_that_is_not() -> None:
    assert requested_language("no Spanish? then French") == "fr"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("c'est combien ça en français", "c'est combien ça"),
        ("in english please, how did you get that figure?", "how did you get that figure?"),
        ("English please, how much for 3", "how much for 3"),
        ("répondez-moi en anglais s’il vous plaît. Combien pour 3 ?", "Combien pour 3 ?"),
        ("peux-tu me répondre en français, c'est quoi le prorata?", "c'est quoi le prorata?"),
        ("can you answer in English?", None),
        ("Can we continue in French?", None),
        ("En français svp", None),
        ("how much for 3", None),
    ],
)
def test_what_else_is_said(text: str, rest: str | None) -> None:
    assert without_request(text) == rest
