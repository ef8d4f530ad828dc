"""Words on platforms' own buttons, by language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import read_responses
from bot.nlg.strings import LOCALES, in_locale

_TEXTS = Path(__file__).with_name("labels.yml")
_LANGUAGES = ("en", "fr")


def choose() -> Mapping[str, str]:
    """What opens a list of answers."""
    catalogue = Catalogue.load(LOCALES)
    responses = read_responses(yaml.safe_load(_TEXTS.read_text("utf-8"))["responses"])
    label = responses["messaging_choose"]
    return {language: str(in_locale(label, catalogue, language)) for language in _LANGUAGES}
