"""Enumerations: "A, B and C", « A, B et C »."""

from __future__ import annotations

from collections.abc import Sequence

from babel import lists

from bot.nlg.formats.locales import locale_data


def format_list(items: Sequence[str], locale: str) -> str:
    return lists.format_list(items, locale=locale_data(locale))
