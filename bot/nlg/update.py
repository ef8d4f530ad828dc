"""Brings the catalogues up to date with the English texts. `locales/bot.pot` is the template between."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog

from bot.nlg import po

# Every sentence is here; English is in domain.yml and the widget's texts themselves.
COMPLETE = ("fr",)
# These hold only what differs from their language.
REGIONAL = ("en_CA", "en_GB", "fr_CA", "fr_FR")


def template_path(locales: Path) -> Path:
    return locales / f"{po.DOMAIN}.pot"


def update_catalogues(locales: Path, template: Catalog) -> None:
    """New texts are added to `fr`, empty; texts that are gone become obsolete (`#~`) everywhere.

    An obsolete entry keeps its translation at hand until a translator deletes it. Nothing is
    guessed (no fuzzy matching): a guess is read by nobody and said to everybody.
    """
    for locale in (*COMPLETE, *REGIONAL):
        path = po.path_of(locales, locale)
        catalog = po.read(path, locale) if path.exists() else _new(locale)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        if locale in REGIONAL:
            _keep_what_differs(catalog)
        po.write(path, catalog)


def _new(locale: str) -> Catalog:
    header = f"# Prorata in {locale}. See docs/translating.md."
    return Catalog(locale=locale, header_comment=header, fuzzy=False)


def _keep_what_differs(catalog: Catalog) -> None:
    for message in po.entries(catalog):
        if not any(po.strings(message)):
            catalog.delete(message.id, message.context)
