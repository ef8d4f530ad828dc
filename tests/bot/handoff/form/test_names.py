"""Names, and what is none, in the words of both languages."""

from __future__ import annotations

import time

import pytest

from bot.handoff.form.names import introduced_name, read_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marie Tremblay", "Marie Tremblay"),
        ("hi, my name is Marie Tremblay, thanks", "Marie Tremblay"),
        ("Bonjour, je m’appelle Émilie Côté.", "Émilie Côté"),
        ("Moi, c’est Jean-François O’Neil", "Jean-François O’Neil"),
        ("Nom : Zoé", "Zoé"),
        ("Mr. Smith, please", "Mr. Smith"),
        ("Imelda Marcos", "Imelda Marcos"),
        ("  李雷\n", "李雷"),
        ("d'Artagnan", "d'Artagnan"),
        ("c’est Nathalie qui parle", "Nathalie"),
        ("Nathalie à l’appareil", "Nathalie"),
        ("Dana here", "Dana"),
        ("this is Dana from Acme", "Dana"),
        ("I'm Will, the new one", "Will"),
        ("Will", "Will"),
        ("My Nguyen", "My Nguyen"),
        ("Maya Tremblay", "Maya Tremblay"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("I’m Dana de", "Dana"),
        ("Dr. J. P. Côté", "Dr. J. P. Côté"),
        ("Tremblay, Zoé", "Tremblay, Zoé"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["finalement non", "je veux plus être rappelé", "pourquoi vous voulez savoir ça", "merci là",
     "c’est urgent", "je suis le directeur", "c’est moi", "demain matin", "en français", "ouin c’est ça",
     "actually no", "I don't want a call any more", "why do you need it", "thanks though", "it's urgent",
     "I'm the boss", "it's me", "tomorrow morning", "wait how much is 3 maya first", "yep that's right",
     "one two three four five six seven", "12", "a@example.com", "de la", "—"],
)  # fmt: skip
def test_what_is_no_name(text: str) -> None:
    assert read_name(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("call me tomorrow at 2, I'm Dana", "Dana"),
        ("call me tomorrow and ask for Luc Roy", "Luc Roy"),
        ("demandez Luc, demain matin", "Luc"),
        ("rappelez-moi demain. Moi, c’est Zoé", "Zoé"),
        ("c’est urgent, je m’appelle Zoé", "Zoé"),
        ("call Dana", None),
        ("rappelez Zoé", None),
        (f"my name is {'z' * 81}", None),
    ],
)
def test_a_name_that_is_said_to_be_one(text: str, name: str | None) -> None:
    assert introduced_name(text) == name


def test_no_text_takes_long() -> None:
    began = time.perf_counter()
    for text in ("I'm " * 250, "je suis Zoé et " * 70, "Zoé-" * 250):
        read_name(text), introduced_name(text)
    assert time.perf_counter() - began < 0.5
