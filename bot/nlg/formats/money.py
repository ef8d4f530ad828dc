"""Amounts of money that cannot be read as another country's dollar."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel.numbers import (
    NumberPattern,
    format_currency,
    get_currency_precision,
    get_currency_symbol,
    is_currency,
    parse_pattern,
)

from bot.nlg.formats.locales import locale_data

# Enough for any amount: the default context's 28 digits would raise on larger ones.
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)

_BARE_DOLLAR = "$"
# CLDR calls these two "$", "CA$" or "US$" depending on the English locale; a conversation that may
# hold both needs one shape.
_NAMED_IN_ENGLISH = frozenset({"CAD", "USD"})


def format_money(amount: Decimal, currency: str, locale: str) -> str:
    """`2235.62 CAD` is "$2,235.62 CAD" in English, "2 235,62 $ CA" in fr_CA and "2 235,62 $CA" in
    fr_FR.

    `amount` is in major units; it is rounded half up (away from zero) to the currency's minor unit
    first, as Babel would round half to even. Raises ValueError for an unknown currency or an
    amount that is no finite number.
    """
    pattern = _pattern(currency, locale)
    if not amount.is_finite():
        raise ValueError("amount is not a finite number")
    rounded = _round_to_minor_unit(amount, currency)
    return format_currency(rounded, currency, pattern, locale_data(locale))


def _round_to_minor_unit(amount: Decimal, currency: str) -> Decimal:
    unit = Decimal(1).scaleb(-get_currency_precision(currency))
    rounded = amount.quantize(unit, context=_EXACT)
    # Without its sign: "-$0.00" would read as a credit.
    return rounded if rounded else abs(rounded)


@lru_cache(maxsize=512)
def _pattern(currency: str, locale: str) -> NumberPattern:
    """CLDR's pattern, or one that names the dollar where CLDR's would leave it bare."""
    if not is_currency(currency):
        raise ValueError("unknown currency")
    data = locale_data(locale)
    if data.language == "en" and currency in _NAMED_IN_ENGLISH:
        return parse_pattern("$#,##0.00 ¤¤")
    if data.language == "fr" and get_currency_symbol(currency, data) == _BARE_DOLLAR:
        # The Translation Bureau's shape, to match the "$ US" that CLDR gives in fr_CA.
        return parse_pattern(f"#,##0.00\u00a0$\u00a0{currency[:2]}")
    return data.currency_formats["standard"]
