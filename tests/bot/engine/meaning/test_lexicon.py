from __future__ import annotations

from typing import Any

import pytest

from bot.engine.meaning.lexicon import Lexicon, words_of

CONTENT: dict[str, Any] = {
    "words": {"seat": "(?:seats?|postes?)", "some": "(?:three |deux) {seat}"},
    "around": {"en": "ok thanks", "fr": "merci"},
    "never": {"count": "tickets |billets"},
    "meanings": {"count": {"en": ["^{some}$"], "fr": ["^compte"]}},
}


def test_words_are_folded_and_bare() -> None:
    assert words_of("Thank you! C'est l’échéance, à 5 %?") == [
        *("thanks", "c", "est", "l", "echeance", "a", "5", "%"),
    ]


def test_pleasantries_are_taken_off_both_ends() -> None:
    lexicon = Lexicon(CONTENT)
    assert lexicon.without_pleasantries(["ok", "three", "merci", "seats", "thanks"]) == [
        *("three", "merci", "seats"),
    ]
    assert lexicon.without_pleasantries(["merci"]) == []


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("three seats", True),
        ("deux postes", True),
        ("compte", True),
        ("compte billets", False),
        ("four seats", False),
    ],
)
def test_a_pattern_names_others_and_some_words_rule_it_out(said: str, counts: bool) -> None:
    ((name, asks),) = Lexicon(CONTENT).meanings
    assert (name, asks(said)) == ("count", counts)


@pytest.mark.parametrize("name", ["about.yml", "renewal.yml"])
def test_every_file_compiles(name: str) -> None:
    assert Lexicon.of(name).meanings
