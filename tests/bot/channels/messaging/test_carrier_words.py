"""A message that is nothing but a carrier's word is obeyed; a message that has it is a message."""

from __future__ import annotations

import pytest

from bot.channels.messaging.carrier_words import Word, carrier_word, ends_silence


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("STOP", "stop", None),
        (" stop. ", "stop", None),
        ("« Stop ! »", "stop", None),
        ("StopAll", "stop", None),
        ("Unsubscribe", "stop", "en"),
        ("opt-out", "stop", "en"),
        ("ARRET", "stop", "fr"),
        ("Arrêt", "stop", "fr"),
        ("arre\u0302t", "stop", "fr"),
        ("ARRÊTEZ!", "stop", "fr"),
        ("désabonnement", "stop", "fr"),
        ("Start", "resume", None),
        ("UNSTOP", "resume", None),
        ("commencer", "resume", "fr"),
        ("help", "help", "en"),
        ("Aide", "help", "fr"),
        ("INFO", "help", None),
    ],
)
@pytest.mark.parametrize("short_code", [True, False])
def test_words_of_carriers(text: str, kind: str, language: str | None, short_code: bool) -> None:
    assert carrier_word(text, short_code=short_code) == Word(kind, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "???",
        "please stop",
        "stop it",
        "arrêtez le renouvellement",
        "how do I start?",
        "help me",
        "annuler",
        "non",
        "oui",
        "yes",
        "fin",
    ],
)
@pytest.mark.parametrize("short_code", [True, False])
def test_other_words_are_messages(text: str, short_code: bool) -> None:
    assert carrier_word(text, short_code=short_code) is None


@pytest.mark.parametrize("text", ["cancel", "END", "Quit."])
def test_words_of_a_conversation_count_where_nobody_else_obeys(text: str) -> None:
    assert carrier_word(text, short_code=True) == Word("stop", "en")
    assert carrier_word(text, short_code=False) is None


def test_a_yes_ends_a_silence() -> None:
    assert ends_silence(" Yes! ")
    assert not ends_silence("yes please")
    assert not ends_silence("oui")
