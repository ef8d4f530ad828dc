"""English or French, and whether a message is clear enough to switch on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language.identify import LanguageModel

# Enough to tell the two apart; the bot's own model is measured on tests/nlu.
ENGLISH = (
    "how much would three more seats cost",
    "where can I find the usage report",
    "I want to remove one seat from the subscription",
    "hello, can you help me with my order please",
    "when does the subscription renew",
    "thank you very much for the answer",
    "what is the price of one more license",
    "yes that is what I need",
)
FRENCH = (
    "combien coûteraient trois postes de plus",
    "où est le rapport d'utilisation",
    "je veux enlever un poste de mon abonnement",
    "bonjour, pouvez-vous m'aider avec ma commande svp",
    "quand est-ce que l'abonnement se renouvelle",
    "merci beaucoup pour la réponse",
    "quel est le prix d'une licence de plus",
    "oui c'est ce qu'il me faut",
)


@pytest.fixture(scope="module")
def languages() -> LanguageModel:
    return LanguageModel.fit([*ENGLISH, *FRENCH], ["en"] * len(ENGLISH) + ["fr"] * len(FRENCH))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("can I remove three licenses when the subscription renews", "en"),
        ("what would the report cost me", "en"),
        ("est-ce que je peux enlever des licences de mon abonnement", "fr"),
        ("je veux le rapport des postes svp", "fr"),
    ],
)
def test_a_sentence_is_decisive(languages: LanguageModel, text: str, language: str) -> None:
    found = languages.identify(text)
    assert (found.language, found.decisive) == (language, True)
    assert 0.65 <= found.confidence <= 1.0


@pytest.mark.parametrize("text", ["", "5", "12/03/2027", "😀", "??", "a", "CA-1004", "1 234,56 $"])
def test_what_has_no_words_decides_nothing(languages: LanguageModel, text: str) -> None:
    assert languages.identify(text).decisive is False


def test_the_fewer_the_words_the_surer_it_must_be(languages: LanguageModel) -> None:
    """The same word, alone and in company: only its repetition is clear enough."""
    alone = languages.identify("postes")
    together = languages.identify("postes postes postes postes")
    assert alone.language == together.language == "fr"
    assert (alone.decisive, together.decisive) == (alone.confidence >= 0.97, True)


def test_a_saved_model_says_the_same(languages: LanguageModel, tmp_path: Path) -> None:
    path = tmp_path / "language.npz"
    languages.save(path)
    loaded = LanguageModel.load(path)
    for text in (*ENGLISH, *FRENCH, "", "ok"):
        assert loaded.identify(text) == languages.identify(text)
