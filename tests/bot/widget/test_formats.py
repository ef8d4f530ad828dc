"""The card writes an amount or a date as the bot's own sentence does."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bot.language.conversation import LOCALES
from bot.nlg.formats import format_date, format_money

AMOUNTS = ("0.00", "15988.14", "-1234567.50", "2235.625", "99999999999999.99")
CURRENCIES = ("CAD", "USD", "EUR", "GBP")
DAYS = ("2027-01-01", "2028-09-01", "2026-12-31", "2026-11-21")


def test_amounts(evaluate: Callable[[str], Any]) -> None:
    cases = [
        (amount, currency, locale)
        for locale in LOCALES
        for currency in CURRENCIES
        for amount in AMOUNTS
    ]
    shown = evaluate(
        "import { money } from './formats.js';"
        f"const result = {json.dumps(cases)}"
        ".map(([amount, currency, locale]) => money(amount, currency, locale.replace('_', '-')));"
    )
    said = [format_money(Decimal(amount), currency, locale) for amount, currency, locale in cases]
    assert dict(zip(cases, shown, strict=True)) == dict(zip(cases, said, strict=True))


def test_what_is_no_amount_is_shown_as_it_came(evaluate: Callable[[str], Any]) -> None:
    script = "import { money } from './formats.js'; const result = money('1e3', 'CAD', 'en-CA');"
    assert evaluate(script) == "1e3 CAD"


def test_days(evaluate: Callable[[str], Any]) -> None:
    cases = [(day, locale) for locale in LOCALES for day in DAYS]
    shown = evaluate(
        "import { calendarDay } from './formats.js';"
        f"const result = {json.dumps(cases)}"
        ".map(([day, locale]) => calendarDay(day, locale.replace('_', '-')));"
    )
    said = [format_date(date.fromisoformat(day), locale) for day, locale in cases]
    assert dict(zip(cases, shown, strict=True)) == dict(zip(cases, said, strict=True))
