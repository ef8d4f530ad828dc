"""The widget's texts in every locale, as the module that the bundle is built from.

What the card says of a quote, the bot says too, so the taxes and counted units of domain.yml go in
with the widget's own texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from bot.language.conversation import LOCALES
from bot.nlg.catalogue import Catalogue
from bot.nlg.extraction import text_files
from bot.nlg.responses import Response, read_responses
from bot.nlg.strings import Text, in_locale

_INCLUDED = (
    "widget_",
    "utter_tax_",
    "utter_unit_seat",
    "utter_unit_day",
    "utter_notice_renews_soon",
)
# A language's texts are those of one region; the other regions hold what differs.
_WHOLE = {"en": "en_US", "fr": "fr_FR"}


def widget_strings(domain: Path, locales: Path) -> dict[str, dict[str, Text]]:
    """By language ("en") and region ("en-CA"): texts by name, without the prefix "widget_"."""
    responses = _responses(domain)
    catalogue = Catalogue.load(locales)
    said = {
        locale: {_short(r.name): in_locale(r, catalogue, locale) for r in responses}
        for locale in LOCALES
    }
    strings = {language: said[locale] for language, locale in _WHOLE.items()}
    for locale in LOCALES:
        if locale not in _WHOLE.values():
            strings[locale.replace("_", "-")] = _differing(said[locale], strings[locale[:2]])
    return strings


def as_module(strings: Mapping[str, Mapping[str, Text]]) -> str:
    """Not escaped: the bundle is smaller, and can be read."""
    body = json.dumps(strings, ensure_ascii=False, indent=2, sort_keys=True)
    return (
        f'// Made by "python -m bot.widget" from the catalogues.\nexport const STRINGS = {body};\n'
    )


def _responses(domain: Path) -> list[Response]:
    found: dict[str, Response] = {}
    for path in text_files(domain):
        found |= read_responses(yaml.safe_load(path.read_text("utf-8"))["responses"])
    return [response for name, response in found.items() if name.startswith(_INCLUDED)]


def _short(name: str) -> str:
    return name.removeprefix("widget_").removeprefix("utter_")


def _differing(texts: Mapping[str, Text], parent: Mapping[str, Text]) -> dict[str, Text]:
    return {name: text for name, text in texts.items() if text != parent[name]}
