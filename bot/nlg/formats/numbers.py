"""Numbers and percentages with all the digits they came with."""

from __future__ import annotations

from decimal import Decimal

from babel import numbers

from bot.nlg.formats.locales import locale_data


def format_number(number: Decimal | int, locale: str) -> str:
    """`1234.5` is "1,234.5" in English, "1 234,5" in French."""
    return numbers.format_decimal(number, locale=locale_data(locale), decimal_quantization=False)


def format_percent(percent: Decimal, locale: str) -> str:
    """`14.975` (per cent, not a ratio) is "14.975%" or "14,975 %".

    Babel's default pattern has no decimals: it would print Quebec's combined tax as 15 %.
    """
    return numbers.format_percent(
        percent.scaleb(-2), locale=locale_data(locale), decimal_quantization=False
    )


def is_millions(number: int, locale: str) -> bool:
    """Whether a noun needs « de » after it: « 2 000 000 de postes », CLDR's plural "many"."""
    data = locale_data(locale)
    return data.language == "fr" and data.plural_form(number) == "many"
