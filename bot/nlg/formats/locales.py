"""Babel's data of a locale, parsed once."""

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=32)
def locale_data(locale: str) -> Locale:
    """Raises babel.UnknownLocaleError or ValueError for a name that CLDR does not know."""
    return Locale.parse(locale)
