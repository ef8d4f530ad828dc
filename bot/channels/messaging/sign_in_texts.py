"""The texts of sign_in.yml that are not the bot's to say: a link's title, and the page's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.language.conversation import LANGUAGES, LOCALES
from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import read_responses
from bot.nlg.strings import LOCALES as CATALOGUES
from bot.nlg.strings import in_locale

_TEXTS = Path(__file__).with_name("sign_in.yml")

Texts = Mapping[str, Mapping[str, str]]
"""By locale or bare language, and by name."""


def load() -> Texts:
    catalogue = Catalogue.load(CATALOGUES)
    responses = read_responses(yaml.safe_load(_TEXTS.read_text("utf-8"))["responses"])
    return {
        locale: {name: str(in_locale(one, catalogue, locale)) for name, one in responses.items()}
        for locale in (*LANGUAGES, *LOCALES)
    }
