"""A small bot: its domain, its catalogues, and a way to break either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.nlg.catalogue import Catalogue
from bot.nlg.responses import Response, read_responses
from bot.nlg.texts import Texts

DOMAIN = """\
version: "3.1"
responses:
  # Translators: the first sentence of all.
  utter_greet:
  - text: "Hello! What can I do for you?"
    buttons:
    - {title: "Get a price", payload: /request_quote}
  # A remark for developers.
  utter_quote:
  - text: "{due_now} for {seats}, {tax}."
  utter_tax_excluded:
  - text: "before taxes"
  utter_email:
  - text: "Write us an email: {address}"
  utter_option:
  - text: "{product}, {seats}"
  utter_contact:
  - text: "Call {phone} or see https://example.com/help."
  utter_help:
  - text: "I can’t say. {contact}"
  utter_unit_seat:
  - text: "{n} seat"
    metadata: {plural: "{n} seats"}
"""

FRENCH = {
    "utter_greet": {
        "Hello! What can I do for you?": "Bonjour\u00a0! Que puis-je faire pour vous\u00a0?",
        "Get a price": "Obtenir un prix",
    },
    "utter_quote": {"{due_now} for {seats}, {tax}.": "{seats}\u00a0: {due_now}, {tax}."},
    "utter_tax_excluded": {"before taxes": "avant taxes"},
    "utter_email": {
        "Write us an email: {address}": "Écrivez à notre adresse électronique\u00a0: {address}"
    },
    "utter_option": {"{product}, {seats}": "{product}, {seats}"},
    "utter_contact": {
        "Call {phone} or see https://example.com/help.": (
            "Appelez au {phone} ou voyez https://example.com/help."
        )
    },
    "utter_help": {"I can’t say. {contact}": "Je ne sais pas. {contact}"},
}
FRENCH_SEATS = """
msgctxt "utter_unit_seat"
msgid "{n} seat"
msgid_plural "{n} seats"
msgstr[0] "{n} poste"
msgstr[1] "{n} postes"
"""
CANADIAN = {"utter_email": {"Write us an email: {address}": "Écrivez un courriel\u00a0: {address}"}}
FROM_FRANCE = {
    "utter_email": {"Write us an email: {address}": "Écrivez un e-mail\u00a0: {address}"}
}

Entries = Mapping[str, Mapping[str, str]]
WriteCatalogue = Callable[..., Path]


@pytest.fixture
def domain(tmp_path: Path) -> Path:
    path = tmp_path / "domain.yml"
    path.write_text(DOMAIN, encoding="utf-8")
    return path


@pytest.fixture
def widget_texts(domain: Path) -> Path:
    path = domain.parent / "bot" / "widget" / "texts.yml"
    path.parent.mkdir(parents=True)
    path.write_text('responses:\n  widget_send:\n  - text: "Send"\n', encoding="utf-8")
    return path


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    path = tmp_path / "locales"
    path.mkdir()
    return path


@pytest.fixture
def write_catalogue(locales: Path) -> WriteCatalogue:
    """`write_catalogue("fr", {context: {msgid: msgstr}}, more="raw entries")`"""

    def write(locale: str, entries: Entries, more: str = "", plural: str = "") -> Path:
        path = locales / locale / "LC_MESSAGES" / "bot.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        rule = plural or ("(n > 1)" if locale.startswith("fr") else "(n != 1)")
        header = (
            'msgid ""\nmsgstr ""\n'
            '"Content-Type: text/plain; charset=utf-8\\n"\n'
            f'"Language: {locale}\\n"\n'
            f'"Plural-Forms: nplurals=2; plural={rule};\\n"\n'
        )
        texts = "".join(
            f'\nmsgctxt "{context}"\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'
            for context, pairs in entries.items()
            for msgid, msgstr in pairs.items()
        )
        path.write_text(header + texts + more, encoding="utf-8")
        return path

    return write


@pytest.fixture
def catalogues(locales: Path, write_catalogue: WriteCatalogue) -> Path:
    """Complete and correct: French, and what Canada and France say differently."""
    write_catalogue("fr", FRENCH, FRENCH_SEATS)
    write_catalogue("fr_CA", CANADIAN)
    write_catalogue("fr_FR", FROM_FRANCE)
    return locales


@pytest.fixture
def domain_responses() -> dict[str, Any]:
    """As Rasa holds them."""
    return dict(yaml.safe_load(DOMAIN)["responses"])


@pytest.fixture
def responses(domain_responses: dict[str, Any]) -> dict[str, Response]:
    return read_responses(domain_responses)


@pytest.fixture
def texts(responses: dict[str, Response], catalogues: Path) -> Texts:
    return Texts(responses, Catalogue.load(catalogues))
