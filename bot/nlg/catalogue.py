"""Translations: the region's, else the language's, else the English text itself."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo

from bot.nlg import po

_ENGLISH_TEXT = NullTranslations()


class Catalogue:
    def __init__(self, translations: Mapping[str, NullTranslations]) -> None:
        self._translations = translations

    @classmethod
    def load(cls, locales: Path) -> Catalogue:
        """Every `<locale>/LC_MESSAGES/bot.po` under `locales`, compiled in memory.

        Nothing compiled lies on disk, so nothing stale can be read. Raises PoFileError for a
        malformed file.
        """
        translations: dict[str, GNUTranslations] = {}
        # A language ("fr") sorts before its regions ("fr_CA"), which fall back to it.
        for locale, path in sorted(po.files(locales).items()):
            translations[locale] = _compile(path, locale)
            parent = translations.get(_language(locale))
            if parent is not None and parent is not translations[locale]:
                translations[locale].add_fallback(parent)
        return cls(translations)

    def translate(self, context: str, msgid: str, locale: str) -> str:
        """`msgid` itself where no catalogue has it. `context` is the response's name."""
        return self._of(locale).pgettext(context, msgid)

    def translate_plural(
        self, context: str, singular: str, plural: str, n: int, locale: str
    ) -> str:
        """The form for `n` by the language's own rule: zero is singular in French."""
        return self._of(locale).npgettext(context, singular, plural, n)

    def _of(self, locale: str) -> NullTranslations:
        found = self._translations.get(locale) or self._translations.get(_language(locale))
        return found or _ENGLISH_TEXT


def _language(locale: str) -> str:
    return locale.partition("_")[0]


def _compile(path: Path, locale: str) -> GNUTranslations:
    catalog = po.read(path, locale)
    for message in po.entries(catalog):
        # Babel fills an empty plural form with English, which would hide the fallback.
        if not all(po.strings(message)):
            catalog.delete(message.id, message.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
