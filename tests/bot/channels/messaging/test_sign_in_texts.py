"""What is said about signing in, in every locale."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bot.channels.messaging.signing_in import SIGN_OUT
from bot.language.conversation import LOCALES
from bot.model import ROOT
from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import Response, read_responses
from bot.nlg.texts import Texts
from bot.nlg.voice import Voice
from bot.nlu.normalise import fold
from tests.bot.channels.messaging.sign_ins import TEXTS

FILES = ("domain.yml", "bot/channels/messaging/sign_in.yml")


@pytest.fixture(scope="module")
def responses() -> dict[str, Response]:
    files = [yaml.load((ROOT / name).read_text("utf-8"), yaml.CSafeLoader) for name in FILES]
    return {k: v for file in files for k, v in read_responses(file["responses"]).items()}


def said(responses: dict[str, Response], name: str, locale: str, **values: Any) -> str:
    texts = Texts(responses, Catalogue.load(ROOT / "locales"))
    return Voice(texts, locale, lambda name: None).say(name, values).text


@pytest.mark.parametrize("locale", [*LOCALES, "en", "fr"])
def test_the_links_title_fits_on_a_button(locale: str) -> None:
    """20 characters: the least that a platform shows."""
    assert 1 < len(TEXTS[locale]["sign_in_button"]) <= 20


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("number", "french"), [(1, "1 minute"), (15, "15 minutes")])
def test_it_is_said_for_how_long(
    responses: dict[str, Response], locale: str, number: int, french: str
) -> None:
    minutes = {"type": "count", "unit": "minute", "number": number}
    text = said(responses, "utter_signed_in", locale, minutes=minutes)
    assert french in text.replace("\xa0", " ")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_word_that_is_said_to_sign_out_does(
    responses: dict[str, Response], locale: str
) -> None:
    minutes = {"type": "count", "unit": "minute", "number": 5}
    text = said(responses, "utter_signed_in", locale, minutes=minutes)
    quoted = text.replace("“", "«").replace("”", "»").split("«")[1].split("»")[0]
    assert fold(quoted).strip() in SIGN_OUT


@pytest.mark.parametrize("name", sorted(TEXTS["en"]))
def test_french_is_not_english(name: str) -> None:
    assert TEXTS["fr_CA"][name] != TEXTS["en"][name] != TEXTS["fr_FR"][name]
