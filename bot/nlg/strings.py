"""The texts of a page in one locale, for scripts that run in a browser."""

from __future__ import annotations

from pathlib import Path

import yaml

from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import Response, read_responses
from bot.nlg.typography import set_spacing

LOCALES = Path(__file__).parents[2] / "locales"

# A counted text is its forms: one, other.
Text = str | list[str]


def texts_of(path: Path, locale: str) -> dict[str, Text]:
    """By response name. `path` is a file in the shape of domain.yml's responses."""
    catalogue = Catalogue.load(LOCALES)
    responses = read_responses(yaml.safe_load(path.read_text("utf-8"))["responses"])
    return {name: in_locale(response, catalogue, locale) for name, response in responses.items()}


def in_locale(response: Response, catalogue: Catalogue, locale: str) -> Text:
    if response.plural is None:
        text = catalogue.translate(response.name, response.text, locale)
        return set_spacing(text, locale)
    # 1 and 2 stand for the two forms in both languages (CLDR: one, other).
    forms = (
        catalogue.translate_plural(response.name, response.text, response.plural, n, locale)
        for n in (1, 2)
    )
    return [set_spacing(form, locale) for form in forms]
