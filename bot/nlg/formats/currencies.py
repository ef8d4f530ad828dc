"""Names of currencies: "Canadian dollars", « dollars canadiens »."""

from __future__ import annotations

from babel.numbers import get_currency_name, is_currency

from bot.nlg.formats.locales import locale_data

# CLDR has the treaty's name, « dollars des États-Unis »; customers say this one in both countries.
_SAID = {("fr", "USD"): "dollars américains"}

_MANY = 2  # any number that takes the plural


def currency_name(code: str, locale: str, *, initial: bool = False) -> str:
    """In the plural, as one pays in them. Raises ValueError for an unknown currency."""
    if not is_currency(code):
        raise ValueError("unknown currency")
    data = locale_data(locale)
    name = _SAID.get((data.language, code)) or get_currency_name(code, _MANY, data)
    return name[0].upper() + name[1:] if initial else name
