"""The answers to STOP, START and HELP are what carriers require, in one SMS each, in every locale.

CTIA Messaging Principles §5.1, CWTA Common Short Code guidelines: the programme’s name; what was
done; on HELP, whom to ask and that messages may cost; how it is ended.
"""

from __future__ import annotations

import re

import pytest

from bot.channels.messaging import keywords
from bot.channels.messaging.carrier_words import carrier_word
from bot.channels.messaging.gsm import for_sms, segments
from bot.language.conversation import LOCALES
from bot.nlg.generator import CatalogueNLG
from tests.bot.desk.office import words as all_words

EVERY_LOCALE = [*LOCALES, "en", "fr"]
STOPPED, RESUMED, HELP = (f"utter_messages_{what}" for what in ("stopped", "resumed", "help"))


@pytest.fixture(scope="module")
def words() -> CatalogueNLG:
    return all_words()


@pytest.mark.parametrize("locale", EVERY_LOCALE)
@pytest.mark.parametrize("response", [STOPPED, RESUMED, HELP])
def test_it_is_one_sms_that_says_who_writes(
    words: CatalogueNLG, response: str, locale: str
) -> None:
    text = words.sentence(response, locale)
    assert segments(text) == 1
    assert len(for_sms(text)) <= 160
    assert text.startswith("Prorata")


@pytest.mark.parametrize("locale", EVERY_LOCALE)
@pytest.mark.parametrize(
    ("response", "kinds"),
    [(STOPPED, {"resume", "help"}), (RESUMED, {"stop", "help"}), (HELP, {"stop"})],
)
def test_the_words_that_it_names_are_obeyed(
    words: CatalogueNLG, response: str, kinds: set[str], locale: str
) -> None:
    named = re.findall(r"\b[A-Z]{4,}\b", words.sentence(response, locale))
    found = [carrier_word(word, short_code=False) for word in named]
    assert {word.kind for word in found if word} == kinds
    assert None not in found


@pytest.mark.parametrize("locale", EVERY_LOCALE)
def test_help_names_whom_to_ask(words: CatalogueNLG, locale: str) -> None:
    text = words.sentence(HELP, locale)
    abroad = locale in ("en_GB", "fr_FR")
    assert ("937" not in text) == abroad
    assert ("Autodesk" in text) == abroad
    assert "may apply" in text or "peuvent s’appliquer" in text


def test_who_has_stopped_is_told_so_and_helped() -> None:
    assert {STOPPED, HELP} == keywords.SAID_TO_THOSE_WHO_STOPPED
